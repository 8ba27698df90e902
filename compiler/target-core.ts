// A target → the runtime core that its modules are linked with: this machine's comes with the package, that of another one is compiled
// when it is first needed, and kept in the cache's folder.
import { join } from 'node:path';
import { keyOf } from './cache/digest.ts';
import { compilerIdentity } from './cache/identity.ts';
import { cacheFolder } from './cache/location.ts';
import type { compileCore, CoreSource } from './compile.ts';
import type { Host } from './host.ts';
import { packageRoot } from './package-root.ts';
import type { TargetName } from './target/targets.ts';
import { thisMachine } from './target/this-machine.ts';

/** `compile` is not called before the core is asked for, which may throw CannotWrite then. */
export function targetCore(
  target: TargetName,
  host: Host,
  compile: typeof compileCore,
): CoreSource | null {
  if (target === thisMachine()) return null;
  return () => {
    const folder = join(cacheFolder(process.env), 'core');
    const path = join(folder, `${keyOf('core', compilerIdentity(), target)}.o`);
    if (host.exists(path)) return { path };
    const { library, diagnostics } = compile(
      join(packageRoot, 'runtime/core/core.ts'),
      host,
      target,
    );
    if (!library) return { diagnostics };
    host.writeAtomic(path, library);
    return { path };
  };
}
