// `make test-valgrind`: runs the programs of test/run/, compiled, under valgrind's memcheck, once as they are and once with a
// collection at every allocation. Arguments choose programs by parts of their names. Whatever memcheck reports is a failure, but for
// `valgrind.supp`. Last line: `N passed, N failed`.
import { join } from 'node:path';
import { packageRoot } from '../../compiler/package-root.ts';
import { buildPrograms, runPrograms } from './built-programs.ts';
import { countedRun, type Counts } from './counted-run.ts';
import { errorsReported, memcheckCommand, whyNoValgrind } from './memcheck.ts';

const out = join(packageRoot, 'build', 'valgrind');
const log = join(out, 'memcheck.log');

/** Integers of 64 bits become floats with less precision in memcheck's own arithmetic than in the machine's. */
const INEXACT = new Set(['bigints/to-number-rounds-to-nearest.ts']);

// Recursive programs use the native stack to its end.
const COMMAND = memcheckCommand(log, ['--max-stackframe=8388608']);

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function main(): Promise<Counts> {
  const missing = whyNoValgrind();
  if (missing) throw new Error(missing);
  const { built, failures } = await buildPrograms(out, process.argv.slice(2));
  const programs = built.filter(({ name }) => !INEXACT.has(name));
  for (const { what, problem } of failures) say(`not built: ${what}: ${problem}`);
  let [passed, failed] = [0, failures.length];
  for (const settings of ['', 'stress']) {
    const wrong = runPrograms(COMMAND, programs, out, { ...process.env, MIXMOD_GC: settings });
    for (const { what, problem } of wrong) say(`${what}: ${problem}`);
    const errors = errorsReported(log);
    for (const error of errors) say(error);
    say(`MIXMOD_GC='${settings}': ${programs.length} programs, ${errors.length} errors of memory`);
    passed += programs.length - wrong.length;
    failed += wrong.length + errors.length;
  }
  return { passed, failed };
}

await countedRun(main);
