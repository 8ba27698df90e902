// `make test-targets`: builds the programs of test/run/ for other platforms and runs them there: in runtimes of those, by QEMU where the
// machine is another one. Arguments choose targets by their names, and programs by parts of theirs. Last line: `N passed, N failed`.
import { join } from 'node:path';
import { optionsFor, RELEASE } from '../../compiler/options.ts';
import { packageRoot } from '../../compiler/package-root.ts';
import { isTargetName, type TargetName } from '../../compiler/target/targets.ts';
import { buildPrograms, isChosen, runPrograms, type Failure } from './built-programs.ts';
import type { BuiltProgram } from './host-programs.ts';
import { countedRun, type Counts } from './counted-run.ts';
import { obtainTargetHost, targetSources, type TargetHost } from './target-hosts.ts';

const out = join(packageRoot, 'build', 'targets');
const targets = process.argv.slice(2).filter(isTargetName);
const chosen = process.argv.slice(2).filter((one) => !isTargetName(one));

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

const LIBRARY = 'needs a library that is not installed for the other machine';
const FAST_INTEGERS = "musl's fast integers have other sizes";

/** Programs of test/run/ that are about this machine, and what is not so on another one. */
const OTHERWISE: readonly {
  readonly program: string;
  readonly targets: RegExp;
  readonly because: string;
}[] = [
  { program: 'c-calls/a-library-of-the-system.ts', targets: /./, because: LIBRARY },
  { program: 'rffi/flags-of-tools.ts', targets: /./, because: LIBRARY },
  { program: 'rffi/functions-that-node-has-too.ts', targets: /./, because: LIBRARY },
  { program: 'rffi_platform/answers-are-constants.ts', targets: /./, because: LIBRARY },
  { program: 'rffi_platform/what-is-there.ts', targets: /./, because: LIBRARY },
  {
    program: 'rffi_platform/constants-of-c.ts',
    targets: /./,
    because: 'asks what a program prints',
  },
  { program: 'rffi/every-integer-type-of-c.ts', targets: /arm64/, because: 'wchar_t has no sign' },
  { program: 'rffi/every-integer-type-of-c.ts', targets: /musl/, because: FAST_INTEGERS },
  { program: 'rffi/sizes-offsets-and-copies.ts', targets: /musl/, because: FAST_INTEGERS },
  {
    program: 'rffi_platform/structures-and-types-of-c.ts',
    targets: /musl/,
    because: "musl's FILE has no size",
  },
];

const isOther = (name: string, target: TargetName): boolean =>
  OTHERWISE.some(({ program, targets: those }) => program === name && those.test(target));

/** A program that ends its process takes few others with it. */
function runAll(host: TargetHost, programs: readonly BuiltProgram[]): readonly Failure[] {
  const failures: Failure[] = [];
  for (let start = 0; start < programs.length; start += host.together) {
    const some = programs.slice(start, start + host.together);
    failures.push(...runPrograms(host.command, some, join(out, host.target)));
  }
  return failures;
}

async function runTarget(target: TargetName, hosts: readonly TargetHost[]): Promise<Counts> {
  const options = optionsFor(RELEASE, target);
  const sysroot = hosts.find((host) => host.sysroot !== null)?.sysroot;
  if (sysroot) process.env['MIXMOD_SYSROOT'] = sysroot;
  const { built, failures: wrong } = await buildPrograms(join(out, target), chosen, options);
  delete process.env['MIXMOD_SYSROOT'];
  const failures = wrong.filter(({ what }) => !isOther(what, target));
  say(`${target}: built ${built.length} programs of test/run`);
  for (const { what, problem } of failures) say(`${target}: not built: ${what}: ${problem}`);
  for (const { program, targets: those, because } of OTHERWISE)
    if (those.test(target) && isChosen(program, chosen))
      say(`${target}: left out: ${program}: ${because}`);
  let [passed, failed] = [0, failures.length];
  for (const host of hosts) {
    const programs = built.filter(
      ({ name }) => !host.except.includes(name) && !isOther(name, target),
    );
    const different = runAll(host, programs);
    for (const { what, problem } of different) say(`${target}, ${host.name}: ${what}: ${problem}`);
    say(
      `${target}, ${host.name}: ${programs.length - different.length} ok, ${different.length} failed`,
    );
    passed += programs.length - different.length;
    failed += different.length;
  }
  return { passed, failed };
}

async function main(): Promise<Counts> {
  const hosts = targetSources()
    .filter(({ target }) => targets.length === 0 || targets.includes(target))
    .map((source) => obtainTargetHost(source, say));
  let [passed, failed] = [0, 0];
  for (const target of new Set(hosts.map((host) => host.target))) {
    const counts = await runTarget(
      target,
      hosts.filter((host) => host.target === target),
    );
    passed += counts.passed;
    failed += counts.failed;
  }
  return { passed, failed };
}

await countedRun(main);
