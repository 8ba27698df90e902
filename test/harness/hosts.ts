// `make test-hosts`: builds the examples and the programs of test/run/ once, and runs the same native modules with their
// checks in Node 20 to 26, Bun and Deno. Last line: `N passed, N failed`.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { BuildCache } from '../../compiler/cache/build-cache.ts';
import { compilerIdentity } from '../../compiler/cache/location.ts';
import { nodeHost } from '../../compiler/host.ts';
import { RELEASE } from '../../compiler/options.ts';
import { packageRoot } from '../../compiler/package-root.ts';
import { buildModule } from './build-module.ts';
import { buildExample, exampleNames, runExample, type BuiltExample } from './examples.ts';
import type { BuiltProgram, ProgramReport } from './host-programs.ts';
import { obtainRuntimes, runtimeVersion, type Runtime } from './host-runtimes.ts';
import { parseRunCase } from './run-case.ts';
import { left, right, table } from './table.ts';

const out = join(packageRoot, 'build', 'hosts');
const manifest = join(out, 'programs.json');
const checkScript = join(import.meta.dirname, 'host-programs.js');

interface Failure {
  readonly what: string;
  readonly problem: string;
}

interface HostResult {
  readonly runtime: Runtime;
  readonly examples: number;
  readonly programs: number;
  readonly failures: readonly Failure[];
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Programs that do not compile are failures of every host; files in a folder `lib` are imported by programs. */
async function buildPrograms(): Promise<{ built: BuiltProgram[]; failures: Failure[] }> {
  const root = join(packageRoot, 'test/run');
  const cacheFolder = join(packageRoot, 'node_modules/.cache/mixmod-tests');
  const cache = new BuildCache(cacheFolder, compilerIdentity(), nodeHost);
  const built: BuiltProgram[] = [];
  const failures: Failure[] = [];
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.split('/').includes('lib'))
    .sort();
  for (const name of names) {
    const path = join(root, name);
    const lines = parseRunCase(readFileSync(path, 'utf8'));
    try {
      const { node } = await buildModule(path, join(out, 'run', dirname(name)), RELEASE, cache);
      const expressions = lines.map(({ expression }) => expression);
      built.push({ name, node, expressions, expected: lines.map(({ expected }) => expected) });
    } catch (error) {
      failures.push({ what: name, problem: String(error) });
    }
  }
  return { built, failures };
}

async function buildExamples(): Promise<{ built: BuiltExample[]; failures: Failure[] }> {
  const built: BuiltExample[] = [];
  const failures: Failure[] = [];
  for (const name of exampleNames()) {
    try {
      built.push(await buildExample(name, join(out, 'examples'), RELEASE, say));
    } catch (error) {
      failures.push({ what: `examples/${name}`, problem: String(error) });
    }
  }
  return { built, failures };
}

function runPrograms({ command }: Runtime, programs: readonly BuiltProgram[]): readonly Failure[] {
  const [program, ...args] = command;
  const { stdout, stderr, status, signal } = spawnSync(program, [...args, checkScript, manifest], {
    encoding: 'utf8',
    timeout: 120_000,
    maxBuffer: 1 << 28,
  });
  const reports = new Map(
    stdout
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as ProgramReport)
      .map(({ name, problem }) => [name, problem]),
  );
  const end = `no result; the process ended with ${signal ?? `code ${status}`}\n${stderr.trim()}`;
  return programs.flatMap(({ name }) => {
    const problem = reports.has(name) ? (reports.get(name) ?? null) : end;
    return problem === null ? [] : [{ what: name, problem }];
  });
}

function runHost(
  runtime: Runtime,
  examples: readonly BuiltExample[],
  programs: readonly BuiltProgram[],
): HostResult {
  const exampleFailures = examples.flatMap((example) => {
    const problem = runExample(example, 'small', runtime.command);
    return problem === null ? [] : [{ what: `examples/${example.name}`, problem }];
  });
  const programFailures = runPrograms(runtime, programs);
  return {
    runtime,
    examples: examples.length - exampleFailures.length,
    programs: programs.length - programFailures.length,
    failures: [...exampleFailures, ...programFailures],
  };
}

async function main(): Promise<void> {
  const runtimes = obtainRuntimes(say);
  mkdirSync(out, { recursive: true });
  const examples = await buildExamples();
  const programs = await buildPrograms();
  writeFileSync(manifest, JSON.stringify(programs.built));
  say(`built ${programs.built.length} programs of test/run`);
  const results = runtimes.map((runtime) => {
    const result = runHost(runtime, examples.built, programs.built);
    for (const { what, problem } of result.failures) say(`${runtime.name}: ${what}: ${problem}`);
    return result;
  });
  const notBuilt = [...examples.failures, ...programs.failures];
  for (const { what, problem } of notBuilt) say(`not built: ${what}: ${problem}`);
  report(results, notBuilt.length);
}

function report(results: readonly HostResult[], notBuilt: number): void {
  say('');
  const rows = results.map(({ runtime, examples, programs, failures }) => [
    runtime.name,
    runtimeVersion(runtime),
    `${examples} ok`,
    `${programs} ok`,
    String(failures.length),
  ]);
  const columns = [left('host'), left('version'), right('examples'), right('test/run')];
  for (const line of table([...columns, right('failed')], rows)) say(line);
  const passed = results.reduce((sum, { examples, programs }) => sum + examples + programs, 0);
  const failed = notBuilt + results.reduce((sum, { failures }) => sum + failures.length, 0);
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
