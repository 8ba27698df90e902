// `make test-hosts`: builds the examples and the programs of test/run/ once, and runs the same native modules with their
// checks in Node 20 to 26, Bun and Deno, the builtin mixed modules too; in each Node also the functions of test/fast-lane/ with the fast lane
// and without it, and the single executable of docs/hosts.md. Arguments choose programs and examples by parts of their names. Last line:
// `N passed, N failed`.
import { join } from 'node:path';
import { RELEASE } from '../../compiler/options.ts';
import { packageRoot } from '../../compiler/package-root.ts';
import { buildPrograms, isChosen, runPrograms, type Failure } from './built-programs.ts';
import { countedRun, type Counts } from './counted-run.ts';
import { buildExample, exampleNames, runExample, type BuiltExample } from './examples.ts';
import { buildLanes, compareLane } from './fast-lane.ts';
import type { BuiltProgram } from './host-programs.ts';
import { obtainRuntimes, runtimeVersion, type Runtime } from './host-runtimes.ts';
import { compareModules } from './module-reports.ts';
import { executableProblem, prepareExecutable } from './single-executable.ts';
import { left, right, table } from './table.ts';

const out = join(packageRoot, 'build', 'hosts');
const chosen = process.argv.slice(2);

interface HostResult {
  readonly runtime: Runtime;
  readonly examples: number;
  readonly programs: number;
  readonly modules: number;
  readonly failures: readonly Failure[];
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function buildExamples(): Promise<{ built: BuiltExample[]; failures: Failure[] }> {
  const built: BuiltExample[] = [];
  const failures: Failure[] = [];
  for (const name of exampleNames().filter((one) => isChosen(`examples/${one}`, chosen))) {
    try {
      built.push(await buildExample(name, join(out, 'examples'), RELEASE, say));
    } catch (error) {
      failures.push({ what: `examples/${name}`, problem: String(error) });
    }
  }
  return { built, failures };
}

/** What runs in Node.js only. */
interface NodeChecks {
  readonly lanes: readonly string[];
  /** Of the single executable. */
  readonly folder: string;
}

function nodeFailures({ command }: Runtime, { lanes, folder }: NodeChecks): readonly Failure[] {
  const problems = [
    ...lanes.map((lane) => ({
      what: 'test/fast-lane',
      problem: compareLane(command, lane).problem,
    })),
    {
      what: 'docs/hosts.md: a single executable',
      problem: executableProblem(command[0], folder, say),
    },
  ];
  return problems.flatMap(({ what, problem }) => (problem === null ? [] : [{ what, problem }]));
}

function runHost(
  runtime: Runtime,
  examples: readonly BuiltExample[],
  programs: readonly BuiltProgram[],
  checks: NodeChecks,
): HostResult {
  const exampleFailures = examples.flatMap((example) => {
    const problem = runExample(example, 'small', runtime.command);
    return problem === null ? [] : [{ what: `examples/${example.name}`, problem }];
  });
  const programFailures = runPrograms(runtime.command, programs, out);
  const modules = compareModules(runtime.command);
  const ofNode = runtime.name.includes('Node') ? nodeFailures(runtime, checks) : [];
  return {
    runtime,
    examples: examples.length - exampleFailures.length,
    programs: programs.length - programFailures.length,
    modules: modules.same,
    failures: [...exampleFailures, ...programFailures, ...modules.failures, ...ofNode],
  };
}

async function main(): Promise<Counts> {
  const runtimes = obtainRuntimes(say);
  const examples = await buildExamples();
  const programs = await buildPrograms(out, chosen);
  say(`built ${programs.built.length} programs of test/run`);
  const lanes = await buildLanes(join(out, 'fast-lane'));
  const folder = await prepareExecutable(join(out, 'single-executable'));
  const results = runtimes.map((runtime) => {
    const result = runHost(runtime, examples.built, programs.built, { lanes, folder });
    for (const { what, problem } of result.failures) say(`${runtime.name}: ${what}: ${problem}`);
    return result;
  });
  const notBuilt = [...examples.failures, ...programs.failures];
  for (const { what, problem } of notBuilt) say(`not built: ${what}: ${problem}`);
  return report(results, notBuilt.length);
}

function report(results: readonly HostResult[], notBuilt: number): Counts {
  say('');
  const rows = results.map(({ runtime, examples, programs, modules, failures }) => [
    runtime.name,
    runtimeVersion(runtime),
    `${examples} ok`,
    `${programs} ok`,
    `${modules} ok`,
    String(failures.length),
  ]);
  const counts = ['examples', 'test/run', 'modules', 'failed'].map(right);
  for (const line of table([left('host'), left('version'), ...counts], rows)) say(line);
  const passed = results.reduce(
    (sum, { examples, programs, modules }) => sum + examples + programs + modules,
    0,
  );
  const failed = notBuilt + results.reduce((sum, { failures }) => sum + failures.length, 0);
  return { passed, failed };
}

await countedRun(main);
