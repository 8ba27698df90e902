// Crashes in C that compiled code has called print the TypeScript lines of the stack, where the environment asks for it.
import { createRequire } from 'node:module';
import { nodeHost } from '../host.ts';
import { packageRoot } from '../package-root.ts';

/** `MIXMOD_CRASH_TRACE=1`; `mixmod run` sets it unless it is set. */
export function traceCrashes(environment: Readonly<Record<string, string | undefined>>): void {
  if (environment['MIXMOD_CRASH_TRACE'] !== '1') return;
  const addon = `${packageRoot}/dist/runtime/crash/trace.node`;
  if (!nodeHost.exists(addon)) return;
  const { traceCrashes: install } = createRequire(import.meta.url)(addon) as {
    readonly traceCrashes: (node: string, reporter: string) => number;
  };
  install(process.execPath, commandPath());
}

/** As bundled for the package, or as compiled. */
function commandPath(): string {
  const bundled = `${packageRoot}/dist/command/main.js`;
  return nodeHost.exists(bundled) ? bundled : `${packageRoot}/dist/compiler/main.js`;
}
