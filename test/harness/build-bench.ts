// `make bench-build`: the same small module built by mixmod and by what people build native modules with: from nothing, and
// after an edit of one line. Wall and CPU time of all processes, least and median. Ends with code 1 if a built module
// does not give what it must. Arguments choose tools by a part of their name; RUNS=9 says how often each is built.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { assemblyScript } from './build-peers/assemblyscript.ts';
import { cmakeJs, nodeGyp } from './build-peers/c-addon.ts';
import { cargo } from './build-peers/cargo.ts';
import { cython } from './build-peers/cython.ts';
import { mixmod } from './build-peers/mixmod.ts';
import type { CommandLine, Peer, Times } from './build-peers/peer.ts';
import { WatchedBuild } from './build-peers/watch.ts';
import { median } from './measure.ts';
import { duration, left, right, table } from './table.ts';

const RUNS = Number(process.env['RUNS'] ?? 5);
const chosen = process.argv.slice(2);
const root = mkdtempSync(join(tmpdir(), 'mixmod-bench-build-'));

const say = (line: string): void => void process.stdout.write(`${line}\n`);

interface Row {
  readonly peer: Peer;
  readonly folder: string;
  readonly cold: Times[];
  readonly edited: Times[];
}

let greetings = 0;
const nextGreeting = (): string => `Hello ${++greetings}`;

function write({ peer, folder }: Row, greeting: string): void {
  for (const [name, text] of Object.entries(peer.files(greeting))) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}

/** Throws an Error with what it said where it fails. */
function run([program, ...args]: CommandLine, { peer, folder }: Row): string {
  const env = { ...process.env, ...peer.environment };
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd: folder,
    env,
    encoding: 'utf8',
  });
  if (status === 0) return stdout;
  throw new Error(`${peer.name}: ${program} ended with ${status}: ${stderr || stdout}`);
}

/** bash's own: of the process and all that it started and waited for. */
function timed(command: CommandLine, row: Row): Times {
  const script = 'TIMEFORMAT="%R %U %S"; { time "$@" >&3 2>&4; } 2>&1 3>/dev/null 4>&2';
  const stdout = run(['bash', '-c', script, 'bash', ...command], row);
  const [wall = NaN, user = NaN, system = NaN] =
    stdout.trim().split('\n').at(-1)?.split(' ').map(Number) ?? [];
  return { wall, cpu: user + system };
}

function expectGreeting(greeting: string, row: Row): void {
  const found = run(row.peer.check, row).trim();
  const expected = JSON.stringify([3, 6.5, `${greeting}, x!`]);
  if (JSON.stringify(JSON.parse(found)) !== expected)
    throw new Error(`${row.peer.name} gives ${found}, not ${expected}`);
}

function buildCold(row: Row): void {
  for (const output of row.peer.outputs)
    rmSync(join(row.folder, output), { recursive: true, force: true });
  const greeting = nextGreeting();
  write(row, greeting);
  row.cold.push(timed(row.peer.build, row));
  expectGreeting(greeting, row);
}

function buildEdited(row: Row): void {
  const greeting = nextGreeting();
  write(row, greeting);
  row.edited.push(timed(row.peer.build, row));
  expectGreeting(greeting, row);
}

function rowOf(peer: Peer): Row {
  const folder = join(root, peer.name.replaceAll(/\W+/g, '-'));
  mkdirSync(folder, { recursive: true });
  return { peer, folder, cold: [], edited: [] };
}

const cell = (values: readonly number[]): string =>
  values.length === 0 ? '-' : `${duration(Math.min(...values))} / ${duration(median(values))}`;

const cells = (times: readonly Times[]): readonly string[] => [
  cell(times.map(({ wall }) => wall)),
  cell(times.map(({ cpu }) => cpu)),
];

const isChosen = (name: string): boolean =>
  chosen.length === 0 || chosen.some((part) => name.includes(part));

function usable(peer: Peer): boolean {
  const missing = peer.missing();
  if (missing !== null) say(`${peer.name}: not here; to install it: ${missing}`);
  return missing === null;
}

const MAKERS: readonly (readonly [name: string, make: () => Peer])[] = [
  ['mixmod', () => mixmod('mixmod')],
  ['mixmod --debug', () => mixmod('mixmod --debug', '--debug')],
  ['node-gyp', nodeGyp],
  ['cmake-js', cmakeJs],
  ['assemblyscript', assemblyScript],
  ['cargo', cargo],
  ['cython', cython],
];

async function main(): Promise<void> {
  const rows = MAKERS.filter(([name]) => isChosen(name))
    .map(([, make]) => make())
    .filter(usable)
    .map(rowOf);
  for (const row of rows) say(`${row.peer.name}: ${run(row.peer.version, row).trim()}`);
  const warm = ['--release', '--watch']
    .filter(() => isChosen('mixmod'))
    .map((mode) => new WatchedBuild(mode, root));
  try {
    // In turns, so that a change of the machine's speed meets all of them alike.
    for (let round = 0; round < RUNS; round++) {
      for (const row of rows) buildCold(row);
      for (const row of rows) buildEdited(row);
      for (const one of warm) await one.edit(nextGreeting());
    }
  } finally {
    for (const one of warm) one.stop();
  }
  say('');
  const columns = ['cold, wall', 'cold, CPU', 'edited, wall', 'edited, CPU'].map(right);
  const lines = [
    ...rows.map(({ peer, cold, edited }) => [peer.name, ...cells(cold), ...cells(edited)]),
    ...warm.map(({ name, times }) => [name, '-', '-', ...cells(times)]),
  ];
  for (const line of table([left('least / median'), ...columns], lines)) say(line);
}

try {
  await main();
} catch (error) {
  say(String(error));
  process.exitCode = 1;
} finally {
  rmSync(root, { recursive: true, force: true });
}
