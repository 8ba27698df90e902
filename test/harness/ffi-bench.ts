// `make bench-ffi`: calls of C by `_ffi`, by koffi, by an addon of Node-API and by the hosts' own ways, and by ctypes, here and in Python;
// each call in a fresh process for each of them → two tables, and for each row whether `_ffi` and ctypes take the least time.
// `make bench-ffi ONLY='strlen qsort'` chooses rows.
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
import {
  better,
  type Hosts,
  installedPythons,
  type Outcome,
  type Row,
  run,
  say,
  sources,
} from './ffi-run.ts';
import { obtainRuntimes, type Runtime, runtimeVersion } from './host-runtimes.ts';
import { left, right, table } from './table.ts';

const out = join(packageRoot, 'build', 'bench-ffi');

/** koffi is in both tables, and measured once. */
const ALL: readonly Peer[] = [
  ...PEERS,
  ...CTYPES_PEERS.filter(({ binding }) => binding !== 'koffi'),
];
const indexOf = ({ binding, host }: Peer): number =>
  ALL.findIndex((one) => one.binding === binding && one.host === host);

/** In turns, so that what else the machine does meets all peers alike. */
function measure(row: number, hosts: Hosts, paths: readonly string[]): readonly Outcome[] {
  const turn = (): readonly Outcome[] => ALL.map((peer) => run(peer, hosts, row, paths));
  const [first, second] = [turn(), turn()];
  return first.map((outcome, index) => better(outcome, second[index] ?? outcome));
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
