// Calls of `offthread` functions in the life of a process: very many, aborted ones, in workers that are terminated. Each script runs in a
// process of its own. MIXMOD_ROBUST=full takes the full counts.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { RELEASE } from '../../compiler/options.ts';
import { buildModule } from '../harness/build-module.ts';

const full = process.env.MIXMOD_ROBUST === 'full';
const TIMEOUT = full ? 1_200_000 : 120_000;
const MiB = 2 ** 20;

const folder = mkdtempSync(join(tmpdir(), 'mixmod-offthread-'));
let node = '';

beforeAll(async () => {
  const source = fileURLToPath(new URL('programs/offthread.ts', import.meta.url));
  ({ node } = await buildModule(source, folder, RELEASE));
}, TIMEOUT);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the script has printed. It must have come to its end. */
function run(script: string, argument: number, env: Record<string, string> = {}): unknown {
  const path = fileURLToPath(new URL(`scripts/${script}.mjs`, import.meta.url));
  const words = ['--expose-gc', path, node, String(argument)];
  const ended = spawnSync(process.execPath, words, {
    encoding: 'utf8',
    timeout: TIMEOUT,
    env: { ...process.env, ...env },
  });
  const { status, signal, stderr, stdout } = ended;
  expect({ status, signal, stderr }).toEqual({ status: 0, signal: null, stderr: '' });
  return JSON.parse(stdout);
}

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
