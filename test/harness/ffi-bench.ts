// `make bench-ffi`: calls of C by `_ffi`, by koffi, by an addon of Node-API and by the hosts' own ways, and by ctypes, here and in Python;
// each call in a fresh process for each of them → two tables, and for each row whether `_ffi` and ctypes take the least time.
// `make bench-ffi ONLY='strlen qsort'` chooses rows.
import { spawnSync } from 'node:child_process';
import { arch, cpus, release } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { packageRoot } from '../../compiler/package-root.ts';
import {
  CTYPES_PEERS,
  type Duel,
  duel,
  duels,
  type Figures,
  PEERS,
  type Peer,
} from './ffi-peers.ts';
import { compileLibrary } from './ffi-library.ts';
import { obtainRuntimes, type Runtime, runtimeVersion } from './host-runtimes.ts';
import { left, right, table } from './table.ts';

const sources = join(packageRoot, 'test', 'bench', 'ffi');
const out = join(packageRoot, 'build', 'bench-ffi');

/** As test/bench/ffi/rows.js has it. */
interface Row {
  readonly name: string;
  readonly needs: string;
  /** Nanoseconds in the unit that the figures are in. */
  readonly unit: number;
}

const PYTHONS: { readonly [host: string]: string } = { CPython: 'python3', PyPy: 'pypy3' };
const measurePy = join(sources, 'python', 'measure.py');

/** Those of Python that are installed. A row is the same in both languages, by its index. */
function installedPythons(rows: readonly Row[]): readonly string[] {
  return Object.entries(PYTHONS).flatMap(([host, program]) => {
    const { status, stdout } = spawnSync(program, [measurePy, 'rows'], { encoding: 'utf8' });
    if (status !== 0) {
      say(
        `${host} is not compared: there is no ${program}; to install it: apt-get install ${program}`,
      );
      return [];
    }
    const needs = rows.map((row) => row.needs).join();
    if ((JSON.parse(stdout) as readonly string[]).join() !== needs)
      throw new Error(`${measurePy} has other rows than rows.js`);
    return [host];
  });
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

interface Hosts {
  readonly runtimes: ReadonlyMap<string, Runtime>;
  readonly pythons: readonly string[];
}

/** koffi is in both tables, and measured once. */
const ALL: readonly Peer[] = [
  ...PEERS,
  ...CTYPES_PEERS.filter(({ binding }) => binding !== 'koffi'),
];
const indexOf = ({ binding, host }: Peer): number =>
  ALL.findIndex((one) => one.binding === binding && one.host === host);

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
function measure(row: number, hosts: Hosts, paths: readonly string[]): readonly Outcome[] {
  const turn = (): readonly Outcome[] => ALL.map((peer) => run(peer, hosts, row, paths));
  const [first, second] = [turn(), turn()];
  return first.map((outcome, index) => better(outcome, second[index] ?? outcome));
}

/** What runs a row of the peer; null where its host is not installed. */
function commandOf(
  { binding, host }: Peer,
  { runtimes, pythons }: Hosts,
): readonly [string, ...string[]] | null {
  const python = PYTHONS[host];
  if (python !== undefined) return pythons.includes(host) ? [python, measurePy, binding] : null;
  const runtime = runtimes.get(host);
  if (!runtime) throw new Error(`there is no host ${host}`);
  return [...runtime.command, join(sources, 'measure.js'), binding];
}

function run(peer: Peer, hosts: Hosts, row: number, paths: readonly string[]): Outcome {
  const command = commandOf(peer, hosts);
  if (!command) return { figures: null, failure: null };
  const [program, ...args] = command;
  const { status, stdout, stderr } = spawnSync(program, [...args, String(row), ...paths], {
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
  const paths = compileLibrary(out);
  const hosts = { runtimes, pythons: installedPythons(ROWS) };
  const measured = chosen.map((row) => {
    const outcomes = measure(row.index, hosts, paths);
    outcomes.forEach(({ failure }, index) => {
      if (failure === null) return;
      say(`${ALL[index]?.name}: ${row.name}: ${failure}`);
      process.exitCode = 1;
    });
    say(`measured ${row.name}`);
    return { ...row, figures: outcomes.map(({ figures }) => figures) };
  });
  report(measured, [...runtimes.values()]);
}

interface Measured extends Row {
  /** In the order of ALL. */
  readonly figures: readonly (Figures | null)[];
}

function report(rows: readonly Measured[], runtimes: readonly Runtime[]): void {
  const own = rows.filter(({ figures }) => figures[0]);
  tableOf(PEERS, own);
  say(
    '\nNanoseconds of the thread’s time, of qsort microseconds: the best of 15 samples (their median) in the better of 2 processes.',
  );
  say('–: node:ffi and bun:ffi have no structures by value.');
  say(
    `${cpus()[0]?.model ?? 'unknown processor'}, ${arch()}, Linux ${release()}; ${hosts(runtimes)}.\n`,
  );
  const versus = [left('one call'), ...['Node 20', 'Node 26'].flatMap(duelColumns)];
  const lines = own.map(({ name, figures }) => [name, ...duels(figures).flat()]);
  for (const line of table(versus, lines)) say(line);
  sayWon(
    '_ffi',
    own.flatMap(({ figures }) => duels(figures)),
  );
  tableOf(CTYPES_PEERS, rows);
  const against = rows.map(({ name, figures }) => ({
    name,
    result: duel(CTYPES_PEERS, ofCtypes(figures)),
  }));
  say('');
  const cells = against.map(({ name, result }) => [name, ...result]);
  for (const line of table(
    [left('one call'), left('best other'), right('times'), left('ctypes')],
    cells,
  ))
    say(line);
  sayWon(
    'ctypes',
    against.map(({ result }) => result),
  );
}

const ofCtypes = (figures: readonly (Figures | null)[]): readonly (Figures | null)[] =>
  CTYPES_PEERS.map((peer) => figures[indexOf(peer)] ?? null);

function tableOf(peers: readonly Peer[], rows: readonly Measured[]): void {
  say('');
  const columns = [left('one call'), ...peers.map(({ name }) => right(name))];
  const cells = rows.map(({ name, unit, figures }) => [
    name,
    ...peers.map((peer) => cell(figures[indexOf(peer)], unit)),
  ]);
  for (const line of table(columns, cells)) say(line);
}

function sayWon(who: string, results: readonly Duel[]): void {
  const compared = results.filter(([, , outcome]) => outcome !== '–');
  const won = compared.filter(([, , outcome]) => outcome === 'wins');
  say(`\n${who} takes the least time in ${won.length} of ${compared.length} comparisons.`);
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
