// `make bench-ffi`: calls of C by `_ffi`, by koffi, by an addon of Node-API and by the hosts' own ways, each call in a fresh process
// for each of them → one table, and for each row whether `_ffi` takes the least time. `make bench-ffi ONLY='strlen qsort'` chooses rows.
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { arch, cpus, release } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { packageRoot } from '../../compiler/package-root.ts';
import { duels, type Figures, PEERS, type Peer } from './ffi-peers.ts';
import { obtainRuntimes, type Runtime, runtimeVersion } from './host-runtimes.ts';
import { left, right, table } from './table.ts';

const sources = join(packageRoot, 'test', 'bench', 'ffi');
const out = join(packageRoot, 'build', 'bench-ffi');

/** As test/bench/ffi/rows.js has it. */
interface Row {
  readonly name: string;
  /** Nanoseconds in the unit that the figures are in. */
  readonly unit: number;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** The paths of the library and of the addon. */
function compile(): readonly string[] {
  mkdirSync(out, { recursive: true });
  const headers = join(packageRoot, 'node_modules', 'node-api-headers', 'include');
  return ['library.so', 'addon.node'].map((name) => {
    const path = join(out, name);
    const source = join(sources, `${name.split('.')[0] ?? ''}.c`);
    const args = ['-O3', '-shared', '-fPIC', '-I', headers, '-o', path, source];
    const { status, stderr, error } = spawnSync('cc', args, { encoding: 'utf8' });
    if (status !== 0) throw new Error(error?.message ?? stderr);
    return path;
  });
}

type Runtimes = ReadonlyMap<string, Runtime>;

interface Outcome {
  /** Null where the peer has no such call, or its process failed. */
  readonly figures: Figures | null;
  readonly failure: string | null;
}

/** Of two processes: when a host optimizes what, and where its memory lies, differs between them. The better one counts. */
function better(first: Outcome, second: Outcome): Outcome {
  if (!first.figures || !second.figures) return first.failure === null ? second : first;
  return first.figures.best <= second.figures.best ? first : second;
}

/** In turns, so that what else the machine does meets all peers alike. */
function measure(row: number, runtimes: Runtimes, paths: readonly string[]): readonly Outcome[] {
  const turn = (): readonly Outcome[] =>
    PEERS.map((peer) => {
      const runtime = runtimes.get(peer.host);
      if (!runtime) throw new Error(`there is no host ${peer.host}`);
      return run(peer, runtime, row, paths);
    });
  const [first, second] = [turn(), turn()];
  return first.map((outcome, index) => better(outcome, second[index] ?? outcome));
}

function run(peer: Peer, runtime: Runtime, row: number, paths: readonly string[]): Outcome {
  const [program, ...args] = runtime.command;
  const script = [join(sources, 'measure.js'), peer.binding, String(row), ...paths];
  const { status, stdout, stderr } = spawnSync(program, [...args, ...script], {
    encoding: 'utf8',
    timeout: 60_000,
    env: { ...process.env, NODE_NO_WARNINGS: '1' },
  });
  if (status === 0) return { figures: JSON.parse(stdout) as Figures | null, failure: null };
  const reason = stderr.split('\n').find((line) => /error/i.test(line)) ?? 'its process failed';
  return { figures: null, failure: reason.trim() };
}

/** Three digits. */
function number(value: number): string {
  if (value >= 99.95) return value.toFixed(0);
  return value.toFixed(value < 9.995 ? 2 : 1);
}

const cell = (figures: Figures | null | undefined, unit: number): string =>
  figures ? `${number(figures.best / unit)} (${number(figures.median / unit)})` : '–';

async function main(): Promise<void> {
  const { ROWS } = (await import(pathToFileURL(join(sources, 'rows.js')).href)) as {
    readonly ROWS: readonly Row[];
  };
  const only = process.argv.slice(2);
  const chosen = ROWS.map((row, index) => ({ ...row, index })).filter(
    ({ name }) => only.length === 0 || only.some((part) => name.includes(part)),
  );
  const runtimes = new Map(obtainRuntimes(say).map((runtime) => [runtime.name, runtime]));
  const paths = compile();
  const measured = chosen.map((row) => {
    const outcomes = measure(row.index, runtimes, paths);
    outcomes.forEach(({ failure }, index) => {
      if (failure === null) return;
      say(`${PEERS[index]?.name}: ${row.name}: ${failure}`);
      process.exitCode = 1;
    });
    say(`measured ${row.name}`);
    return { ...row, figures: outcomes.map(({ figures }) => figures) };
  });
  report(measured, [...runtimes.values()]);
}

interface Measured extends Row {
  /** In the order of PEERS. */
  readonly figures: readonly (Figures | null)[];
}

function report(rows: readonly Measured[], runtimes: readonly Runtime[]): void {
  say('');
  const columns = [left('one call'), ...PEERS.map(({ name }) => right(name))];
  const cells = rows.map(({ name, unit, figures }) => [
    name,
    ...figures.map((one) => cell(one, unit)),
  ]);
  for (const line of table(columns, cells)) say(line);
  say(
    '\nNanoseconds of the thread’s time, of qsort microseconds: the best of 15 samples (their median) in the better of 2 processes.',
  );
  say('–: node:ffi and bun:ffi have no structures by value.');
  say(
    `${cpus()[0]?.model ?? 'unknown processor'}, ${arch()}, Linux ${release()}; ${hosts(runtimes)}.\n`,
  );
  const versus = [left('one call'), ...['Node 20', 'Node 26'].flatMap(duelColumns)];
  const lines = rows.map(({ name, figures }) => [name, ...duels(figures).flat()]);
  for (const line of table(versus, lines)) say(line);
  const all = rows.flatMap(({ figures }) => duels(figures));
  const lost = all.filter(([, , outcome]) => outcome === 'LOST').length;
  say(`\n_ffi takes the least time in ${all.length - lost} of ${all.length} comparisons.`);
}

const duelColumns = (host: string): ReturnType<typeof left>[] => [
  left(`${host}: best other`),
  right('times'),
  left('_ffi'),
];

const hosts = (runtimes: readonly Runtime[]): string =>
  runtimes.map((runtime) => `${runtime.name} ${runtimeVersion(runtime)}`).join(', ');

try {
  await main();
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
