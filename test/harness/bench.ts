// `make bench`: the same kernels compiled by mixmod, run by V8 and written in C, in one run and one table. Ends with code 1
// if two of them have different results.
import { basename, join } from 'node:path';
import { RELEASE } from '../../compiler/options.ts';
import { packageRoot } from '../../compiler/package-root.ts';
import { benchContestant, benchRows, benchSources, type BenchRow } from './bench-rows.ts';
import { buildModule, loadNative, type Exports } from './build-module.ts';
import { buildCAddon, findCCompiler } from './c-addon.ts';
import { measure } from './measure.ts';
import { duration, left, ratio, right, table } from './table.ts';
import { loadTwin } from './v8-twin.ts';
import { fingerprint } from './workload.ts';

const CPUS = ['x86-64', 'native'] as const;
const SECONDS_PER_CONTESTANT = 0.4;
const out = join(packageRoot, 'build', 'bench');

/** Modules by source, in the order of the table's columns: V8, then C and mixmod for each instruction set. */
interface Player {
  readonly who: string;
  readonly module: (source: string) => Exports;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function players(sources: readonly string[], addons: readonly Exports[]): Promise<Player[]> {
  const twins = new Map<string, Exports>();
  for (const source of sources) {
    const path = join(packageRoot, source);
    twins.set(source, await loadTwin(path, 'stripped', join(out, 'v8')));
  }
  const result: Player[] = [{ who: 'V8', module: (source) => twins.get(source) ?? {} }];
  for (const [index, cpu] of CPUS.entries()) {
    const built = await buildAll(sources, cpu);
    result.push({ who: `C ${cpu}`, module: () => addons[index] ?? {} });
    result.push({ who: `mixmod ${cpu}`, module: (source) => built.get(source) ?? {} });
  }
  return result;
}

async function buildAll(
  sources: readonly string[],
  cpu: string,
): Promise<ReadonlyMap<string, Exports>> {
  const built = new Map<string, Exports>();
  for (const source of sources) {
    const path = join(packageRoot, source);
    const { node, seconds } = await buildModule(path, join(out, cpu), { ...RELEASE, cpu });
    say(`built ${basename(source)} for ${cpu} in ${seconds.toFixed(2)} s`);
    built.set(source, loadNative(node));
  }
  return built;
}

interface Outcome {
  readonly cells: readonly string[];
  /** Those whose result differs from V8's. */
  readonly wrong: readonly string[];
}

function measureRow(row: BenchRow, all: readonly Player[]): Outcome {
  const results = all.map(({ module }) => fingerprint(row, module(row.source)));
  const wrong = all.flatMap(({ who }, index) => (results[index] === results[0] ? [] : [who]));
  const contestants = all.map(({ who, module }) => benchContestant(row, module(row.source), who));
  const times = measure(contestants, SECONDS_PER_CONTESTANT).map((time) => time / row.calls);
  const [v8 = NaN, c = NaN, mixmod = NaN, cNative = NaN, mixmodNative = NaN] = times;
  return {
    cells: [
      row.name,
      ...[v8, c, mixmod].map(duration),
      ratio(v8, mixmod),
      ratio(c, mixmod),
      ...[cNative, mixmodNative].map(duration),
      ratio(cNative, mixmodNative),
    ],
    wrong,
  };
}

async function main(): Promise<void> {
  const compiler = findCCompiler(say);
  const addons = CPUS.map((cpu) => loadNative(buildCAddon(compiler, cpu, out)));
  say(`built the C kernels with ${compiler.version}`);
  const rows = benchRows();
  const all = await players(benchSources(rows), addons);
  const outcomes = rows.map((row) => {
    const outcome = measureRow(row, all);
    say(`measured ${row.name}`);
    for (const who of outcome.wrong) say(`WRONG: ${row.name}: ${who} differs from V8`);
    return outcome;
  });
  const columns = [
    left('kernel'),
    ...['V8', 'C', 'mixmod', 'V8/mixmod', 'C/mixmod'].map(right),
    ...['C native', 'mixmod native', 'C/mixmod'].map(right),
  ];
  const cells = outcomes.map((outcome) => outcome.cells);
  say('');
  for (const line of table(columns, cells)) say(line);
  say('\nMedians at steady state, measured in turns; a ratio above 1 means that mixmod is faster.');
  say('V8 runs the same source without its types. C is the same algorithm in a Node-API module,');
  say(`by ${compiler.version}, -O3 -march=x86-64 or native; its calls at -O2.`);
  if (outcomes.some(({ wrong }) => wrong.length > 0)) process.exitCode = 1;
}

try {
  await main();
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
