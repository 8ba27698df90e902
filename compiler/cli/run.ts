// `mixmod run`: starts Node on a TypeScript program with the import hook that compiles the RTypeScript files it imports.
import { spawnSync } from 'node:child_process';
import { constants } from 'node:os';
import { pathToFileURL } from 'node:url';
import { nodeHost } from '../host.ts';
import { EXIT } from './exit-codes.ts';
import { runMode, type RunMode } from '../register/mode.ts';
import { packageRoot } from '../package-root.ts';

export interface RunCommandOptions {
  readonly untranslated?: boolean;
  readonly debug?: boolean;
  readonly release?: boolean;
  readonly watch?: boolean;
}

export async function runCommand(
  script: string,
  args: readonly string[],
  options: RunCommandOptions,
): Promise<number> {
  if (nodeHost.readText(script) === undefined) {
    process.stderr.write(`mixmod run: cannot read ${script}\n`);
    return EXIT.userError;
  }
  const { MIXMOD_UNTRANSLATED: _, ...environment } = process.env;
  const mode = modeOf(options);
  const parameters = ['--import', pathToFileURL(registerHook()).href, script, ...args];
  const env = { MIXMOD_CRASH_TRACE: '1', ...environment, MIXMOD_RUN: mode };
  if (options.watch) {
    const { watchRun } = await import('./watch-run.ts');
    return watchRun(parameters, env, nodeHost.resolve(script));
  }
  const { status, signal } = spawnSync(process.execPath, parameters, { stdio: 'inherit', env });
  if (signal) process.stderr.write(`mixmod run: ended by ${signal}\n`);
  // As a shell says it.
  return status ?? (signal ? 128 + constants.signals[signal] : EXIT.userError);
}

/** While a program is written, the next run is all that matters. */
function modeOf({ untranslated, debug, release, watch }: RunCommandOptions): RunMode {
  if (untranslated) return 'untranslated';
  if (debug) return 'debug';
  if (release) return 'release';
  const mode = runMode(process.env);
  const isSaid = process.env['MIXMOD_RUN'] !== undefined;
  return watch && mode === 'release' && !isSaid ? 'watch' : mode;
}

/** As bundled for the package, or as compiled. */
function registerHook(): string {
  const bundled = `${packageRoot}/dist/command/register.js`;
  return nodeHost.exists(bundled) ? bundled : `${packageRoot}/dist/compiler/register/register.js`;
}
