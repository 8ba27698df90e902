// Node under valgrind's memcheck, and what memcheck has reported.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../compiler/package-root.ts';

/** What to say where valgrind is not installed; null where it is. */
export const whyNoValgrind = (): string | null =>
  spawnSync('valgrind', ['--version']).status === 0
    ? null
    : 'valgrind is missing. Run:  apt-get install -y --no-install-recommends valgrind';

/** Reports go to the file `log`; a script follows. */
export const memcheckCommand = (
  log: string,
  options: readonly string[],
): readonly [string, ...string[]] => [
  'valgrind',
  '--error-limit=no',
  '--num-callers=16',
  ...options,
  `--suppressions=${join(packageRoot, 'test/harness/valgrind.supp')}`,
  `--log-file=${log}`,
  process.execPath,
  // Code that V8 makes and changes while it runs would have to be looked at again and again.
  '--jitless',
];

/** One message for each error, and each leak where they are asked for, from its first line on. */
export function errorsReported(log: string): readonly string[] {
  const text = readFileSync(log, 'utf8').replaceAll(/^==\d+== ?/gm, '');
  const paragraphs = text.split(/\n{2,}/);
  return paragraphs.filter(
    (one) => /^\s+(?:at|by) 0x/m.test(one) && !/^\s*(?:Warning|HEAP|LEAK)/.test(one),
  );
}
