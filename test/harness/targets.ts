// `make test-targets`: builds the programs of test/run/ for other platforms and runs them there: in runtimes of those, by QEMU where the
// machine is another one. Arguments choose programs by parts of their names. Last line: `N passed, N failed`.
import { join } from 'node:path';
import { optionsFor, RELEASE } from '../../compiler/options.ts';
import { packageRoot } from '../../compiler/package-root.ts';
import type { TargetName } from '../../compiler/target/targets.ts';
import { buildPrograms, runPrograms, type Failure } from './built-programs.ts';
import type { BuiltProgram } from './host-programs.ts';
import { missingEmulator, obtainTargetHosts, type TargetHost } from './target-hosts.ts';

const out = join(packageRoot, 'build', 'targets');
const chosen = process.argv.slice(2);

/** Of one process: a program that ends it takes no more with it. */
const TOGETHER = 40;

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function runAll(host: TargetHost, programs: readonly BuiltProgram[]): readonly Failure[] {
  const failures: Failure[] = [];
  for (let start = 0; start < programs.length; start += TOGETHER) {
    const some = programs.slice(start, start + TOGETHER);
    failures.push(...runPrograms(host.command, some, join(out, host.target)));
  }
  return failures;
}

async function main(): Promise<void> {
  const missing = missingEmulator();
  if (missing !== '')
    throw new Error(`to run programs of other machines:  apt-get install -y ${missing}`);
  const hosts = obtainTargetHosts(say);
  let [passed, failed] = [0, 0];
  for (const target of new Set<TargetName>(hosts.map((host) => host.target))) {
    const options = optionsFor(RELEASE, target);
    const { built, failures } = await buildPrograms(join(out, target), chosen, options);
    say(`${target}: built ${built.length} programs of test/run`);
    for (const { what, problem } of failures) say(`not built: ${what}: ${problem}`);
    failed += failures.length;
    for (const host of hosts.filter((one) => one.target === target)) {
      const wrong = runAll(host, built);
      for (const { what, problem } of wrong) say(`${host.name}: ${what}: ${problem}`);
      say(`${host.name}: ${built.length - wrong.length} ok, ${wrong.length} failed`);
      passed += built.length - wrong.length;
      failed += wrong.length;
    }
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
