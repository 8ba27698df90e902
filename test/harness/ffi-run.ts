// A row of a peer of the benches of calls → its figures, measured by a process of its own.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { packageRoot } from '../../compiler/package-root.ts';
import type { Figures, Peer } from './ffi-peers.ts';
import type { Runtime } from './host-runtimes.ts';

export const sources = join(packageRoot, 'test', 'bench', 'ffi');

/** As test/bench/ffi/rows.js has it. */
export interface Row {
  readonly name: string;
  readonly needs: string;
  /** Nanoseconds in the unit that the figures are in. */
  readonly unit: number;
}

const PYTHONS: { readonly [host: string]: string } = { CPython: 'python3', PyPy: 'pypy3' };
const measurePy = join(sources, 'python', 'measure.py');

/** Those of Python that are installed. A row is the same in both languages, by its index. */
export function installedPythons(rows: readonly Row[]): readonly string[] {
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

export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

export interface Hosts {
  readonly runtimes: ReadonlyMap<string, Runtime>;
  readonly pythons: readonly string[];
}

export interface Outcome {
  /** Null where the peer has no such call, or its process failed. */
  readonly figures: Figures | null;
  readonly failure: string | null;
}

/** Of two processes: when a host optimizes what, and where its memory lies, differs between them. The better one counts. */
export function better(first: Outcome, second: Outcome): Outcome {
  if (!first.figures || !second.figures) return first.failure === null ? second : first;
  return first.figures.best <= second.figures.best ? first : second;
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

export function run(peer: Peer, hosts: Hosts, row: number, paths: readonly string[]): Outcome {
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
