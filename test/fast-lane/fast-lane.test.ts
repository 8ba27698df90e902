// Exports that V8's optimized code calls directly: what can be seen of it, and that nothing else can.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildLane, compareLane } from '../harness/fast-lane.ts';

let folder = '';
let node = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mixmod-lane-'));
  node = await buildLane(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const evaluate = (text: string, env: Readonly<Record<string, string>> = {}): string =>
  execFileSync(
    process.execPath,
    ['-e', `const m = require(${JSON.stringify(node)}); console.log(${text})`],
    { encoding: 'utf8', env: { ...process.env, ...env } },
  ).trim();

test('results, errors and effects are the same with the lane and without', () => {
  const { calls, problem } = compareLane([process.execPath], node);
  expect(problem).toBe(null);
  expect(calls).toBeGreaterThan(10_000);
});

test('also where nothing is optimized', () => {
  expect(compareLane([process.execPath, '--no-opt'], node).problem).toBe(null);
});

test('also where V8 makes no fast calls', () => {
  const { problem } = compareLane([process.execPath, '--no-turbo-fast-api-calls'], node);
  expect(problem).toBe(null);
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
