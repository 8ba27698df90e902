// `make bench-space`: operations on live values in compiled code, beside the same loops written by hand in C with Node-API.
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { RELEASE } from '../../compiler/options.ts';
import { packageRoot } from '../../compiler/package-root.ts';
import { buildModule, exported, loadNative, type Exports } from './build-module.ts';
import { findCCompiler } from './c-addon.ts';
import { left, right, table } from './table.ts';

const sources = join(packageRoot, 'test/bench/space');
const out = join(packageRoot, 'build/bench-space');

const ROUNDS = 100_000;
const SAMPLES = 30;

interface Row {
  readonly name: string;
  readonly text: string;
  readonly given: readonly unknown[];
}

const object: Record<string, unknown> = { x: 1 };
object.next = object;

const ROWS: readonly Row[] = [
  { name: 'get', text: "space.get<number>(value, 'x')", given: [object] },
  { name: 'getByName', text: 'space.get<number>(value, name)', given: [object, 'x'] },
  { name: 'follow', text: "space.get(value, 'next')", given: [object] },
  { name: 'call', text: 'space.call<number>(f, null, i)', given: [(i: number): number => i] },
];

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function buildAddon(): string {
  const { program } = findCCompiler(say);
  const addon = join(out, 'addon.node');
  const headers = join(packageRoot, 'node_modules/node-api-headers/include');
  const options = ['-O2', '-shared', '-fPIC', '-I', headers, '-o', addon];
  const made = spawnSync(program, [...options, join(sources, 'addon.c')], { encoding: 'utf8' });
  if (made.status !== 0) throw new Error(made.stderr);
  return addon;
}

/** Nanoseconds of one round: the least of the samples. */
function measure(module: Exports, { name, given: [value, ...more] }: Row): number {
  const run = exported(module, name) as (...given: readonly unknown[]) => unknown;
  let least = Infinity;
  for (let sample = 0; sample < SAMPLES; sample++) {
    const start = performance.now();
    run(value, ROUNDS, ...more);
    least = Math.min(least, performance.now() - start);
  }
  return (least / ROUNDS) * 1e6;
}

async function main(): Promise<void> {
  mkdirSync(out, { recursive: true });
  const c = loadNative(buildAddon());
  const own = loadNative((await buildModule(join(sources, 'space.ts'), out, RELEASE)).node);
  const lines = ROWS.map((row) => {
    const [theirs, ours] = [measure(c, row), measure(own, row)];
    return [row.text, theirs.toFixed(1), ours.toFixed(1), (theirs / ours).toFixed(1)];
  });
  const columns = [left('operation'), right('C'), right('mixmod'), right('C/mixmod')];
  for (const line of table(columns, lines)) say(line);
  say(`\nNanoseconds, the least of ${SAMPLES} loops of ${ROUNDS}; Node ${process.version}.`);
}

await main();
