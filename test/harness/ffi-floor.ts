// `make bench-floor`: what V8's own call of C takes with nothing between, on each Node, beside ctypes and PyPy's cffi: a signature of the
// table of docs/ctypes/README.md cannot take less there. `ONLY='ints pointer'` chooses rows. Each cell is the best sample of 3 processes.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { packageRoot } from '../../compiler/package-root.ts';
import type { Peer } from './ffi-peers.ts';
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
import { obtainRuntimes, runtimeVersion } from './host-runtimes.ts';
import { left, right, table } from './table.ts';

const PROCESSES = 3;
const NODES = ['this Node', 'Node 22', 'Node 24', 'Node 26'];
const bare = (host: string): Peer => ({ name: host, binding: 'bare', host });
const ctypes = (host: string): Peer => ({ name: `ctypes ${host}`, binding: 'ctypes', host });
const CFFI: Peer = { name: 'PyPy cffi', binding: 'cffi', host: 'PyPy' };

interface Rows {
  readonly ROWS: readonly Row[];
  readonly FLOOR: readonly Row[];
}

/** Several rows of the floor are ways for one row of the others, whose name theirs begins with. */
const base = ({ name }: Row): string => name.split(':')[0] ?? name;

async function main(): Promise<void> {
  const { ROWS, FLOOR } = (await import(pathToFileURL(join(sources, 'rows.js')).href)) as Rows;
  const only = process.argv.slice(2);
  const runtimes = new Map(obtainRuntimes(say).map((runtime) => [runtime.name, runtime]));
  const hosts: Hosts = { runtimes, pythons: installedPythons(ROWS) };
  const [library, addon] = compileLibrary(join(packageRoot, 'build', 'bench-ffi'), 'floor');
  const bareCells = NODES.map(bare);
  const others = [...NODES.map(ctypes), CFFI];
  let last: { readonly name: string; readonly cells: readonly string[] } | null = null;
  const lines: string[][] = [];
  FLOOR.forEach((row, index) => {
    if (only.length > 0 && !only.some((part) => row.name.includes(part))) return;
    const measure = (peers: readonly Peer[], at: number): readonly string[] =>
      best(peers, (peer) => run(peer, hosts, at, [library, addon]));
    const name = base(row);
    const cells = measure(bareCells, index);
    if (last?.name !== name)
      last = {
        name,
        cells: measure(
          others,
          ROWS.findIndex((other) => other.name === name),
        ),
      };
    lines.push([row.name, ...cells, ...last.cells]);
    say(`measured ${row.name}`);
  });
  const columns = [...bareCells, ...others].map(({ name }) => right(name));
  for (const line of table([left('one call'), ...columns], lines)) say(line);
  const versions = [...runtimes.values()].map((one) => `${one.name} ${runtimeVersion(one)}`);
  say(`\nNanoseconds of the thread’s time. ${versions.join(', ')}.`);
}

/** In turns, so that what else the machine does meets all peers alike. */
function best(peers: readonly Peer[], measure: (peer: Peer) => Outcome): readonly string[] {
  const rounds = Array.from({ length: PROCESSES }, () => peers.map(measure));
  return peers.map((peer, index) => {
    const outcomes = rounds.flatMap((round) => round[index] ?? []);
    const { figures, failure } = outcomes.reduce(better);
    if (failure !== null) {
      say(`${peer.name}: ${failure}`);
      process.exitCode = 1;
    }
    return figures ? figures.best.toFixed(2) : '–';
  });
}

await main();
