// What builds of large programs cost, module by module: cold, after a change of one line in a body (in `mixmod build --watch`), after one of
// a declaration, and in a new process from the cache. `make bench-large`; ONLY='10000 100000' chooses sizes. Each size is measured in a process of its own.
import { fork } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { localCache } from '../../compiler/cache/local.ts';
import { nodeHost } from '../../compiler/host.ts';
import { WATCH } from '../../compiler/options.ts';
import { PartsBuilder } from '../../compiler/parts/build-parts.ts';
import type { PartsResult } from '../../compiler/parts/parts-result.ts';
import { writeLargeProject, type LargeProject } from './large-project.ts';
import { WatchedCommand } from './watched-command.ts';

const SIZES = [10_000, 25_000, 50_000, 100_000];
const LINES_OF_A_MODULE = 485;
const EDITS = 15;

interface Measured {
  readonly lines: number;
  readonly modules: number;
  /** Seconds. */
  readonly cold: number;
  readonly stages: Readonly<Record<string, number>>;
  /** Milliseconds; the least, and the one in the middle. */
  readonly body: readonly [least: number, median: number];
  readonly declaration: number;
  readonly dependents: number;
  /** Of a new process: milliseconds. */
  readonly again: number;
  /** Megabytes. */
  readonly resident: number;
}

const [, script = '', ...args] = process.argv;
if (args[0] === '--one') {
  const measured = await measure(Number(args[1]));
  process.send?.(measured);
} else await compare(args.length > 0 ? args.map(Number) : SIZES);

async function compare(sizes: readonly number[]): Promise<void> {
  const rows: Measured[] = [];
  for (const size of sizes) rows.push(await inChild(size));
  const table = rows.map((row) => [
    row.lines.toLocaleString('en'),
    String(row.modules),
    `${row.cold.toFixed(1)} s`,
    Object.entries(row.stages)
      .map(([stage, seconds]) => `${stage} ${seconds.toFixed(1)}`)
      .join(', '),
    `${row.body.map((one) => one.toFixed(0)).join(' / ')} ms`,
    `${row.declaration.toFixed(0)} ms (${row.dependents})`,
    `${row.again.toFixed(0)} ms`,
    `${row.resident.toFixed(0)} MB`,
  ]);
  const head = [
    'lines',
    'modules',
    'cold',
    'of it, seconds',
    'body (least / median)',
    'declaration (modules)',
    'new process',
    'memory',
  ];
  const lines = [head, head.map(() => '---'), ...table].map((cells) => `| ${cells.join(' | ')} |`);
  process.stdout.write(`${lines.join('\n')}\n`);
  writeFileSync('build-times.svg', plot(rows));
}

function inChild(size: number): Promise<Measured> {
  return new Promise((done, fail) => {
    const child = fork(fileURLToPath(import.meta.url), ['--one', String(size)]);
    child.once('message', (message) => done(message as Measured));
    child.once('exit', (code) => {
      if (code !== 0) fail(new Error(`${script}: ${size} lines ended with code ${code}`));
    });
  });
}

async function measure(size: number): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'mixmod-large-'));
  try {
    return await measureIn(folder, size);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function measureIn(folder: string, size: number): Promise<Measured> {
  const project = writeLargeProject(join(folder, 'src'), Math.round(size / LINES_OF_A_MODULE), 8);
  const cache = { actions: localCache(join(folder, 'cache'), nodeHost).actions, identity: '' };
  const builder = new PartsBuilder(nodeHost, cache);
  const cold = await timed(builder, project);
  const victim = project.modules[project.modules.length >> 1] ?? '';
  const text = readFileSync(victim, 'utf8');
  const body = (value: number): string =>
    text.replace('let sum: f64 = 0;', `let sum: f64 = ${value};`);
  writeFileSync(victim, body(0.5));
  const alone = await timed(builder, project);
  if (alone.built.compiled.length !== 1) throw new Error('more than one module was compiled');
  writeFileSync(victim, text.replace('run(depth: i32)', 'run(depth: i32, more: i32 = 0)'));
  const declaration = await timed(builder, project);
  builder.close();
  const fresh = new PartsBuilder(nodeHost, cache);
  const again = await timed(fresh, project);
  fresh.close();
  if (again.built.compiled.length > 0) throw new Error('the cache does not have all');
  const watched = new WatchedCommand([project.entry, '--out', 'out'], folder, 'cache');
  const edits: number[] = [];
  let resident: number;
  try {
    await watched.built(1);
    // The first loads what only an edit needs.
    for (let i = 0; i <= EDITS; i++) {
      const built = await watched.after(() => writeFileSync(victim, body(i + 1)));
      // The copy is the measurement's: a host that loads it again would have it in a new process.
      const copy = join(folder, 'out', `${i}.node`);
      copyFileSync(join(folder, 'out/main.node'), copy);
      edits.push(built + timeToLoad(copy));
    }
    resident = watched.resident;
  } finally {
    watched.stop();
  }
  edits.shift();
  edits.sort((a, b) => a - b);
  return {
    lines: project.lines,
    modules: project.modules.length + 1,
    cold: cold.took / 1000,
    stages: Object.fromEntries([...cold.built.timings].map(([name, ms]) => [name, ms / 1000])),
    body: [edits[0] ?? 0, edits[edits.length >> 1] ?? 0],
    declaration: declaration.took,
    dependents: declaration.built.compiled.length,
    again: again.took,
    resident,
  };
}

/** From what is saved to an addon on the disk that has been loaded. */
async function timed(
  builder: PartsBuilder,
  { entry }: LargeProject,
): Promise<{ readonly took: number; readonly built: PartsResult }> {
  const start = performance.now();
  const built = await builder.build(entry, WATCH, 'commonjs');
  const node = built?.files && [...built.files].find(([name]) => name.endsWith('.node'))?.[1];
  if (!built || !node) throw new Error(built?.diagnostics.map(({ message }) => message).join('\n'));
  const path = join(entry, '..', `${process.hrtime.bigint()}.node`);
  writeFileSync(path, node);
  timeToLoad(path);
  return { took: performance.now() - start, built };
}

/** Milliseconds; and its program is called. */
function timeToLoad(path: string): number {
  const start = performance.now();
  const module = { exports: {} as { main?: (depth: number) => number } };
  process.dlopen(module, path);
  if (typeof module.exports.main?.(1) !== 'number') throw new Error('the program gives no number');
  return performance.now() - start;
}

/** Cold builds and edits over lines, each against its own scale. */
function plot(rows: readonly Measured[]): string {
  const [width, height, left, bottom] = [640, 320, 60, 40];
  const widest = Math.max(...rows.map(({ lines }) => lines));
  const curve = (values: readonly number[], colour: string, label: string, at: number): string => {
    const most = Math.max(...values) * 1.1;
    const points = rows.map(({ lines }, i) => {
      const x = left + (lines / widest) * (width - left - 20);
      const y = height - bottom - ((values[i] ?? 0) / most) * (height - bottom - 20);
      return [x.toFixed(1), y.toFixed(1)] as const;
    });
    const dots = points.map(([x, y]) => `<circle cx="${x}" cy="${y}" r="3" fill="${colour}"/>`);
    const line = `<polyline fill="none" stroke="${colour}" points="${points.map((one) => one.join()).join(' ')}"/>`;
    return `${line}${dots.join('')}<text x="${left + 10}" y="${at}" fill="${colour}">${label}, up to ${Math.max(...values).toFixed(0)}</text>`;
  };
  const axes = `<path d="M${left} 20V${height - bottom}H${width - 20}" stroke="#888" fill="none"/>`;
  const ticks = rows.map(({ lines }) => {
    const x = left + (lines / widest) * (width - left - 20);
    return `<text x="${x.toFixed(1)}" y="${height - bottom + 16}" text-anchor="middle">${lines.toLocaleString('en')}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12"><rect width="${width}" height="${height}" fill="white"/>${axes}${ticks.join('')}<text x="${width / 2}" y="${height - 6}" text-anchor="middle">lines</text>${curve(
    rows.map(({ cold }) => cold),
    '#1f77b4',
    'cold build, seconds',
    36,
  )}${curve(
    rows.map(({ body }) => body[1]),
    '#d62728',
    'one line of a body, milliseconds (median)',
    54,
  )}${curve(
    rows.map(({ resident }) => resident),
    '#2ca02c',
    'memory of the process, MB',
    72,
  )}</svg>\n`;
}
