// The heap of compiled modules in the life of a process: workers that come and go or are terminated, much garbage, memory that
// runs out, calls that never end. Each script runs in a process of its own. MIXMOD_ROBUST=full takes the full counts.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { RELEASE } from '../../compiler/options.ts';
import { buildModule } from '../harness/build-module.ts';

const full = process.env.MIXMOD_ROBUST === 'full';
const TIMEOUT = full ? 1_200_000 : 120_000;
const MiB = 2 ** 20;

const folder = mkdtempSync(join(tmpdir(), 'mixmod-robust-'));
let node = '';

beforeAll(async () => {
  const source = fileURLToPath(new URL('programs/objects.ts', import.meta.url));
  ({ node } = await buildModule(source, folder, RELEASE));
}, TIMEOUT);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
  readonly output: Record<string, never>;
  readonly signal: string | null;
}

/** Runs a script with the module's path and further arguments; what it prints is JSON. `limit`: KiB of address space. */
function run(script: string, args: readonly number[], limit?: number): Ended {
  const path = fileURLToPath(new URL(`scripts/${script}.mjs`, import.meta.url));
  const words = [process.execPath, path, node, ...args.map(String)];
  const [command = '', ...rest] =
    limit === undefined
      ? words
      : ['/bin/sh', '-c', `ulimit -v ${limit}; exec "$@"`, 'sh', ...words];
  const ended = spawnSync(command, rest, { encoding: 'utf8', timeout: TIMEOUT });
  expect(ended.stdout, `${script}: exit ${ended.status} ${ended.signal}\n${ended.stderr}`).not.toBe(
    '',
  );
  return { output: JSON.parse(ended.stdout) as Record<string, never>, signal: ended.signal };
}

interface Growth {
  readonly areas: number;
  readonly resident: number;
}

describe('workers', () => {
  test('load the module, use it and end: nothing stays behind', { timeout: TIMEOUT }, () => {
    const [cycles, rounds] = full ? [1000, 20] : [40, 2];
    const { output } = run('life-cycles', [cycles, rounds]);
    const { sequential, parallel, wrong, own } = output as unknown as {
      sequential: Growth;
      parallel: Growth;
      wrong: unknown;
      own: string;
    };
    expect(wrong).toEqual([]);
    expect(own).toBe('31 31 31 77 77 stamp 77,');
    // A heap that was left behind has areas of its own; threads' stacks and arenas come and go.
    expect(sequential.areas).toBeLessThan(cycles / 4 + 24);
    expect(sequential.resident).toBeLessThan(40 * MiB);
    expect(parallel.resident).toBeLessThan(120 * MiB);
    console.log(`life cycles: ${JSON.stringify({ cycles, rounds, sequential, parallel })}`);
  });

  test('are terminated in the middle of what they do', { timeout: TIMEOUT }, () => {
    const count = full ? 400 : 30;
    const { output } = run('terminated-workers', [count]);
    const { areas, resident, own } = output as unknown as Growth & { own: string };
    expect(own).toBe('31 31 31 77 77 stamp 77,');
    expect(areas).toBeLessThan(count / 4 + 24);
    expect(resident).toBeLessThan(60 * MiB);
    console.log(`terminated workers: ${JSON.stringify({ count, areas, resident })}`);
  });

  test(
    'in a call that never ends cannot be stopped, the others go on',
    { timeout: TIMEOUT },
    () => {
      const { output, signal } = run('endless-call', []);
      expect(output).toEqual({ hasEnded: false, own: 310 });
      expect(signal).toBe('SIGTERM');
    },
  );
});

describe('memory', () => {
  test('50 MB alive and much garbage stay below 200 MB', { timeout: TIMEOUT }, () => {
    const total = full ? 10e9 : 0.6e9;
    const { output } = run('growth', [50e6, total]);
    const { most, placed } = output as unknown as { most: number; placed: boolean };
    expect(placed).toBe(true);
    expect(most).toBeLessThan(200 * MiB);
    console.log(`${total / 1e9} GB allocated, 50 MB alive: ${Math.round(most / MiB)} MiB resident`);
  });

  test('that runs out raises RangeError, and the module goes on', { timeout: TIMEOUT }, () => {
    const { output } = run('exhaustion', [], 3_000_000);
    const { results, holds } = output as unknown as { results: readonly unknown[]; holds: string };
    const used = 2 * 2047;
    expect(results).toEqual([
      'RangeError: out of memory',
      used,
      'RangeError: out of memory',
      used,
      'RangeError: out of memory',
      used,
      'RangeError: Invalid array length',
      used,
      'RangeError: Invalid array length',
      used,
      'RangeError: Invalid string length',
      used,
      'RangeError: Maximum call stack size exceeded',
      used,
      'RangeError: out of memory',
      used,
      'RangeError: after 30',
      used,
    ]);
    expect(holds).toBe('127 127 127 5 5 stamp 5,');
  });
});
