// Calls of `offthread` functions in the life of a process: very many, aborted ones, in workers that are terminated. Each script runs in a
// process of its own. MIXMOD_ROBUST=full takes the full counts.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { builtProgram, full, runToEnd, TIMEOUT } from './run-to-end.ts';

const MiB = 2 ** 20;

const folder = mkdtempSync(join(tmpdir(), 'mixmod-offthread-'));
let node = '';

beforeAll(async () => {
  node = await builtProgram('offthread', folder);
}, TIMEOUT);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (script: string, argument: number, env: Record<string, string> = {}): unknown =>
  runToEnd(script, node, argument, env);

test('very many calls leave memory as it was', { timeout: TIMEOUT }, () => {
  const count = full ? 100_000 : 10_000;
  const output = run('offthread-calls', count) as { grown: number };
  // A fifth of the calls tells two numbers each.
  expect(output).toMatchObject({ wrong: [], news: (count / 5) * 2, burst: 2000 });
  expect(output.grown).toBeLessThan(24 * MiB);
  console.log(`${count} calls: ${JSON.stringify(output)}`);
});

test('a collection at every allocation finds nothing wrong', { timeout: TIMEOUT }, () => {
  expect(run('offthread-calls', 1000, { MIXMOD_GC: 'stress,verify' })).toMatchObject({
    wrong: [],
    burst: 2000,
  });
});

test('workers are terminated while calls run', { timeout: TIMEOUT }, () => {
  const count = full ? 400 : 24;
  const output = run('offthread-terminated', count);
  const { areas, resident, own } = output as { areas: number; resident: number; own: number };
  expect(own).toBe(22);
  expect(areas).toBeLessThan(count / 2 + 24);
  expect(resident).toBeLessThan(60 * MiB);
  console.log(`terminated: ${JSON.stringify({ count, areas, resident })}`);
});

test(
  'a call keeps the process alive, blocks nobody, and waits for a thread',
  { timeout: TIMEOUT },
  () => {
    const heard = ['timer', 'other', 'stop', 'stop', 'behind', 0, 'last'];
    expect(run('offthread-life', 0, { UV_THREADPOOL_SIZE: '2' })).toEqual(heard);
  },
);

test('the process may exit while calls run', { timeout: TIMEOUT }, () => {
  expect(run('offthread-life', 1)).toEqual({ heard: true });
});
