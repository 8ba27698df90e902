// `make test-valgrind`: runs the programs of test/run/, compiled, under valgrind's memcheck, once as they are and once with a
// collection at every allocation. Whatever memcheck reports is a failure, but for `valgrind.supp`. Last line: `N passed, N failed`.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../compiler/package-root.ts';
import { buildPrograms, runPrograms } from './built-programs.ts';

const out = join(packageRoot, 'build', 'valgrind');
const log = join(out, 'memcheck.log');

/** Integers of 64 bits become floats with less precision in memcheck's own arithmetic than in the machine's. */
const INEXACT = new Set(['bigints/to-number-rounds-to-nearest.ts']);

const COMMAND = [
  'valgrind',
  '--error-limit=no',
  '--num-callers=16',
  // Recursive programs use the native stack to its end.
  '--max-stackframe=8388608',
  `--suppressions=${join(packageRoot, 'test/harness/valgrind.supp')}`,
  `--log-file=${log}`,
  process.execPath,
  // Code that V8 makes and changes while it runs would have to be looked at again and again.
  '--jitless',
] as const;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** One message for each error that memcheck has reported, from its first line on. */
function errorsReported(): readonly string[] {
  const text = readFileSync(log, 'utf8').replaceAll(/^==\d+== ?/gm, '');
  const paragraphs = text.split(/\n{2,}/);
  return paragraphs.filter(
    (one) => /^\s+at 0x/m.test(one) && !/^\s*(?:Warning|HEAP|LEAK)/.test(one),
  );
}

async function main(): Promise<void> {
  if (spawnSync('valgrind', ['--version']).status !== 0)
    throw new Error(
      'valgrind is missing. Run:  apt-get install -y --no-install-recommends valgrind',
    );
  const { built, failures } = await buildPrograms(out);
  const programs = built.filter(({ name }) => !INEXACT.has(name));
  for (const { what, problem } of failures) say(`not built: ${what}: ${problem}`);
  let [passed, failed] = [0, failures.length];
  for (const settings of ['', 'stress']) {
    const wrong = runPrograms(COMMAND, programs, out, { ...process.env, MIXMOD_GC: settings });
    for (const { what, problem } of wrong) say(`${what}: ${problem}`);
    const errors = errorsReported();
    for (const error of errors) say(error);
    say(`MIXMOD_GC='${settings}': ${programs.length} programs, ${errors.length} errors of memory`);
    passed += programs.length - wrong.length;
    failed += wrong.length + errors.length;
  }
  if (failed > 0 || passed === 0) process.exitCode = 1;
  say(`\n${passed} passed, ${failed} failed`);
}

try {
  await main();
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  say('0 passed, 1 failed');
  process.exitCode = 1;
}
