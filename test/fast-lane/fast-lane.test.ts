// Exports that V8's optimized code calls directly: what can be seen of it, and that nothing else can.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildLanes, compareLane } from '../harness/fast-lane.ts';

let folder = '';
let node = '';
/** Of the module that is given functions. */
let beside = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mixmod-lane-'));
  [node, beside] = await buildLanes(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const evaluate = (text: string, env: Readonly<Record<string, string>> = {}): string =>
  execFileSync(
    process.execPath,
    ['-e', `const m = require(${JSON.stringify(node)}); console.log(${text})`],
    { encoding: 'utf8', env: { ...process.env, ...env } },
  ).trim();

test('results, errors and effects are the same with the lane and without', () => {
  for (const module of [node, beside]) {
    const { calls, problem } = compareLane([process.execPath], module);
    expect(problem).toBe(null);
    expect(calls).toBeGreaterThan(8_000);
  }
});

test('also where nothing is optimized', () => {
  for (const module of [node, beside])
    expect(compareLane([process.execPath, '--no-opt'], module).problem).toBe(null);
});

test('also where V8 makes no fast calls', () => {
  for (const module of [node, beside])
    expect(compareLane([process.execPath, '--no-turbo-fast-api-calls'], module).problem).toBe(null);
});

const isNative = (name: string): string => `/native code/.test(m.${name})`;

const FAST = ['sum', 'divide', 'nothing', 'remember', 'total', 'fill', 'longs'];
const SLOW = ['text', 'optional', 'offset', 'same'];

test('functions of scalars and typed arrays are in the lane, and MIXMOD_FAST_CALLS=0 leaves it', () => {
  const asked = `[${[...FAST, ...SLOW].map(isNative).join()}].join()`;
  const [no, yes] = [FAST.map(() => false), SLOW.map(() => true)];
  expect(evaluate(asked)).toBe([...no, ...yes].join());
  expect(evaluate(asked, { MIXMOD_FAST_CALLS: '0' })).toBe(
    [...FAST, ...SLOW].map(() => true).join(),
  );
});

/** Whether V8's optimized code of a function with such a body makes a fast call, by what V8 writes of its graphs. */
function makesFastCall(
  body: string,
  env: Readonly<Record<string, string>>,
  module = node,
): boolean {
  const traces = mkdtempSync(join(folder, 'traces-'));
  const script = `const m = require(${JSON.stringify(module)});
const counter = m.Counter && new m.Counter(1);
const floats = new Float64Array(100), bytes = new Uint8Array(100);
function caller(i) { ${body}; }
%PrepareFunctionForOptimization(caller);
for (let i = 0; i < 100; i++) caller(i);
%OptimizeFunctionOnNextCall(caller);
caller(1);`;
  const flags = ['--allow-natives-syntax', '--trace-turbo', `--trace-turbo-path=${traces}`];
  execFileSync(process.execPath, [...flags, '--trace-turbo-filter=caller', '-e', script], {
    env: { ...process.env, ...env },
    // Some of what V8 writes is written there.
    cwd: traces,
    stdio: 'pipe',
  });
  const graphs = readdirSync(traces).filter((file) => file.endsWith('.json'));
  expect(graphs.length).toBeGreaterThan(0);
  return graphs.some((file) => readFileSync(join(traces, file), 'utf8').includes('FastApiCall'));
}

describe('what V8 compiles', () => {
  test.each([
    'm.sum(i, 0.5)',
    'm.divide(i, 2)',
    'm.choose(true, i, 2)',
    'm.nothing(9)',
    'm.remember(i)',
    'm.total(floats)',
    'm.fill(bytes, 3, i)',
    'm.length({ x: i, y: 2 })',
  ])('%s is a fast call', (body) => {
    expect(makesFastCall(body, {})).toBe(true);
    expect(makesFastCall(body, { MIXMOD_FAST_CALLS: '0' })).toBe(false);
  });

  test.each([
    'm.sum(i, 0.5)',
    'm.thrown(i)',
    'm.list_total([i, 2])',
    'counter.add(i)',
    'counter.count',
    'new m.Counter(i)',
  ])('%s is one beside callbacks', (body) => {
    expect(makesFastCall(body, {}, beside)).toBe(true);
    expect(makesFastCall(body, { MIXMOD_FAST_CALLS: '0' }, beside)).toBe(false);
  });

  test('what may call JavaScript is none', () => {
    expect(makesFastCall('m.apply(Math.sqrt, i)', {}, beside)).toBe(false);
    expect(makesFastCall('m.emit(i)', {}, beside)).toBe(false);
  });

  test('m.text(i) is none', () => expect(makesFastCall('m.text(i)', {})).toBe(false));
});

test('every worker has its own variables, and one may end in the midst of calls', () => {
  const work = `m.reset(); let s = 0; for (let i = 0; i < 100_000; i++) { s += m.a_i8(i & 127) + m.remember(i & 255); if (i % 1000 === 0) try { m.divide(i, 0); } catch { s++; } }`;
  const script = `const { Worker } = require('node:worker_threads');
const m = require(${JSON.stringify(node)});
const text = ${JSON.stringify(`const m = require(${JSON.stringify(node)}); ${work} require('node:worker_threads').parentPort.postMessage([s, m.count()].join());`)};
const answers = [1, 2].map(() => new Promise((resolve, reject) => new Worker(text, { eval: true }).once('message', resolve).once('error', reject)));
const endless = new Worker(${JSON.stringify(`const m = require(${JSON.stringify(node)}); for (let i = 0; ; i++) m.remember(i & 255);`)}, { eval: true });
endless.once('online', () => setTimeout(() => endless.terminate(), 50));
${work}
Promise.all(answers).then((all) => console.log(all.every((answer) => answer === [s, m.count()].join()), m.count()));`;
  const shown = execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' });
  expect(shown).toBe('true 100100\n');
});
