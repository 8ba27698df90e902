// `make bench`: the same kernels and programs compiled by mixmod, run by V8 and written in C and C++, in one run and one
// table. Arguments choose rows by a part of their name or source. Ends with code 1 if two of them have different results.
import { basename, dirname, join } from 'node:path';
import { RELEASE } from '../../compiler/options.ts';
import { packageRoot } from '../../compiler/package-root.ts';
import {
  benchContestant,
  benchRows,
  benchSources,
  objectRows,
  type BenchRow,
} from './bench-rows.ts';
import { buildModule, loadNative, type Exports } from './build-module.ts';
import { buildCAddon, buildCppAddon, findCCompiler, type CCompiler } from './c-addon.ts';
import { measure } from './measure.ts';
import { duration, left, ratio, right, table } from './table.ts';
import { loadTwin } from './v8-twin.ts';
import { fingerprint } from './workload.ts';

const CPUS = ['x86-64', 'native'] as const;
const SECONDS_PER_CONTESTANT = 0.4;
const out = join(packageRoot, 'build', 'bench');

/** Modules by source; null where there is none. */
type Modules = (source: string) => Exports | null;

/** In the order of the table's columns: V8, then C and mixmod for each instruction set. */
interface Player {
  readonly who: string;
  readonly module: Modules;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Chosen by the arguments, or all. */
function chosenRows(parts: readonly string[]): readonly BenchRow[] {
  const all = [...benchRows(), ...objectRows()];
  if (parts.length === 0) return all;
  const chosen = all.filter(({ name, source }) =>
    parts.some((part) => name.includes(part) || source.includes(part)),
  );
  if (chosen.length === 0) throw new Error(`no row has ${parts.join(' or ')} in its name`);
  return chosen;
}

/** A module for each source: of the C kernels the one of all, of C++ the program that is named like the file. */
function cModules(compiler: CCompiler, cpu: string): Modules {
  const kernels = loadNative(buildCAddon(compiler, cpu, out));
  const cpp = buildCppAddon(compiler, cpu, out);
  const programs = cpp === null ? {} : loadNative(cpp);
  if (cpp === null) say(`there is no C++ compiler like ${compiler.program}`);
  const objectSources = new Set(benchSources(objectRows()));
  return (source) => {
    if (!objectSources.has(source)) return kernels;
    return (programs[basename(source, '.ts')] as Exports | undefined) ?? null;
  };
}

interface Built {
  readonly modules: ReadonlyMap<string, Exports>;
  /** Why the compiler refused a source: the first line of what it said. */
  readonly refused: ReadonlyMap<string, string>;
}

/** Throws if a source is refused that must not be. */
async function buildAll(rows: readonly BenchRow[], cpu: string): Promise<Built> {
  const modules = new Map<string, Exports>();
  const refused = new Map<string, string>();
  const required = new Set(benchSources(rows.filter((row) => row.required)));
  for (const source of benchSources(rows)) {
    try {
      const folder = join(out, cpu, dirname(source));
      const path = join(packageRoot, source);
      const { node, seconds } = await buildModule(path, folder, { ...RELEASE, cpu });
      say(`built ${source} for ${cpu} in ${seconds.toFixed(2)} s`);
      modules.set(source, loadNative(node));
    } catch (error) {
      if (required.has(source)) throw error;
      refused.set(source, firstReason(error));
    }
  }
  return { modules, refused };
}

/** The message begins with the path. */
function firstReason(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const reason = text.split('\n').find((line) => line.includes('error')) ?? text;
  return reason.replace(/^\S+ - /, '').slice(0, 120);
}

async function v8Modules(sources: readonly string[]): Promise<Modules> {
  const twins = new Map<string, Exports>();
  for (const source of sources) {
    const folder = join(out, 'v8', dirname(source));
    twins.set(source, await loadTwin(join(packageRoot, source), 'stripped', folder));
  }
  return (source) => twins.get(source) ?? null;
}

interface Outcome {
  readonly cells: readonly string[];
  /** Those whose result differs from V8's. */
  readonly wrong: readonly string[];
}

function measureRow(row: BenchRow, all: readonly Player[]): Outcome {
  const present = all.flatMap(({ who, module }, column) => {
    const exports = module(row.source);
    return exports !== null && row.function in exports ? [{ who, column, exports }] : [];
  });
  const results = present.map(({ exports }) => fingerprint(row, exports));
  const wrong = present.flatMap(({ who }, index) => (results[index] === results[0] ? [] : [who]));
  const contestants = present.map(({ who, exports }) => benchContestant(row, exports, who));
  const times: number[] = all.map(() => NaN);
  measure(contestants, SECONDS_PER_CONTESTANT).forEach((time, index) => {
    times[present[index]?.column ?? 0] = time / row.calls;
  });
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
  const rows = chosenRows(process.argv.slice(2));
  const compiler = findCCompiler(say);
  const players: Player[] = [{ who: 'V8', module: await v8Modules(benchSources(rows)) }];
  const refused = new Map<string, string>();
  for (const cpu of CPUS) {
    players.push({ who: `C ${cpu}`, module: cModules(compiler, cpu) });
    const built = await buildAll(rows, cpu);
    const module: Modules = (source) => built.modules.get(source) ?? null;
    players.push({ who: `mixmod ${cpu}`, module });
    for (const [source, reason] of built.refused) refused.set(source, reason);
  }
  const outcomes = rows
    .filter(({ source }) => !refused.has(source))
    .map((row) => {
      const outcome = measureRow(row, players);
      say(`measured ${row.name}`);
      for (const who of outcome.wrong) say(`WRONG: ${row.name}: ${who} differs from V8`);
      return outcome;
    });
  say('');
  report(outcomes, compiler);
  for (const [source, reason] of refused) say(`skipped ${source}, not compiled yet: ${reason}`);
  if (outcomes.some(({ wrong }) => wrong.length > 0)) process.exitCode = 1;
}

function report(outcomes: readonly Outcome[], { version }: CCompiler): void {
  const columns = [
    left('kernel'),
    ...['V8', 'C', 'mixmod', 'V8/mixmod', 'C/mixmod'].map(right),
    ...['C native', 'mixmod native', 'C/mixmod'].map(right),
  ];
  const cells = outcomes.map((outcome) => outcome.cells);
  for (const line of table(columns, cells)) say(line);
  say('\nMedians at steady state, measured in turns; a ratio above 1 means that mixmod is faster.');
  say('V8 runs the same source without its types. C is the same algorithm in a Node-API module,');
  say('for the programs with objects C++ where that was written,');
  say(`by ${version}, -O3 -march=x86-64 or native; its calls at -O2.`);
}

try {
  await main();
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
