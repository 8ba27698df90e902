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

test('functions of scalars are in the lane, others are not, and MIXMOD_FAST_CALLS=0 leaves it', () => {
  const asked = `[${['sum', 'divide', 'nothing', 'remember', 'text', 'optional'].map(isNative).join()}].join()`;
  expect(evaluate(asked)).toBe('false,false,false,false,true,true');
  expect(evaluate(asked, { MIXMOD_FAST_CALLS: '0' })).toBe('true,true,true,true,true,true');
});
