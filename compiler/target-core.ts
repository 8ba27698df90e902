// A target → the runtime core that its modules are linked with: this machine's comes with the package, that of another one is compiled
// when it is first needed, and kept in the cache's folder.
import { join } from 'node:path';
import { keyOf } from './cache/digest.ts';
import { compilerIdentity } from './cache/identity.ts';
import { cacheFolder } from './cache/location.ts';
import type { Diagnostic } from './diagnostics/diagnostic.ts';
import type { Host } from './host.ts';
import { packageRoot } from './package-root.ts';
import type { TargetName } from './target/targets.ts';
import { thisMachine } from './target/this-machine.ts';

/** null: that of the package. Throws CannotWrite. */
export async function targetCore(
  target: TargetName,
  host: Host,
): Promise<{ readonly path: string } | { readonly diagnostics: readonly Diagnostic[] } | null> {
  if (target === thisMachine()) return null;
  const folder = join(cacheFolder(process.env), 'core');
  const path = join(folder, `${keyOf('core', compilerIdentity(), target)}.o`);
  if (host.exists(path)) return { path };
  const { compileCore } = await import('./compile.ts');
  const entry = join(packageRoot, 'runtime/core/core.ts');
  const { library, diagnostics } = compileCore(entry, host, target);
  if (!library) return { diagnostics };
  host.writeAtomic(path, library);
  return { path };
}
