// `mixmod cache`: what it shows, what it removes and what it leaves.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { digestOf } from '../../compiler/cache/digest.ts';
import { inventory } from '../../compiler/cache/inventory.ts';
import { localCache } from '../../compiler/cache/local.ts';
import { prune } from '../../compiler/cache/prune.ts';
import type { Cache } from '../../compiler/cache/store.ts';
import { readTally, tallyIn } from '../../compiler/cache/tally.ts';
import { nodeHost } from '../../compiler/host.ts';
import { ADD, Workspace } from '../cli/command.ts';

let folder = '';
let cache: Cache;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mixmod-cache-'));
  cache = localCache(folder, nodeHost);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const NOW = Date.now();
const DAY = 86_400_000;
const bytes = (name: string): Buffer => Buffer.from(name.padEnd(1000, '.'));
const pathOf = (digest: string): string => join(folder, 'cas', digest.slice(0, 2), digest.slice(2));

/** Contents that were used so many days ago. */
function keep(name: string, days: number): void {
  const time = new Date(NOW - days * DAY);
  utimesSync(pathOf(cache.store.put(bytes(name))), time, time);
}

const names = (): readonly string[] =>
  ['old', 'older', 'new'].filter((name) => existsSync(pathOf(digestOf(bytes(name)))));

beforeEach(() => {
  keep('old', 10);
  keep('new', 1);
  keep('older', 20);
});

test('what was used longest ago goes, by size or by age', () => {
  expect(prune(folder, { maxSize: 3000, olderThan: null }, NOW).removed).toEqual([]);
  expect(prune(folder, { maxSize: 2500, olderThan: null }, NOW).removed).toHaveLength(1);
  expect(names()).toEqual(['old', 'new']);
  expect(prune(folder, { maxSize: null, olderThan: 5 * DAY }, NOW).kept).toHaveLength(1);
  expect(names()).toEqual(['new']);
});

test('what is used becomes new', () => {
  cache.store.get(digestOf(bytes('older')));
  prune(folder, { maxSize: 1000, olderThan: null }, NOW);
  expect(names()).toEqual(['older']);
});

test('what was used just now stays, whatever the limits', () => {
  cache.store.get(digestOf(bytes('older')));
  expect(prune(folder, { maxSize: 0, olderThan: 0 }, Date.now()).kept).toHaveLength(1);
  expect(names()).toEqual(['older']);
});

test('times of a clock that was wrong decide what goes, and nothing else', () => {
  for (const days of [-40_000, 20_000]) {
    const time = new Date(NOW - days * DAY);
    utimesSync(pathOf(digestOf(bytes('old'))), time, time);
    expect(cache.store.get(digestOf(bytes('old')))).toEqual(bytes('old'));
  }
  keep('old', -40_000);
  expect(prune(folder, { maxSize: null, olderThan: 5 * DAY }, NOW).removed).toHaveLength(1);
  expect(names()).toEqual(['old', 'new']);
});

test("other people's files are no entries", () => {
  const others = ['mine.txt', 'cas/mine.txt', 'cas/ab/mine.txt', 'run/mine/a.node', 'src/ab/a.ts'];
  for (const other of others) {
    mkdirSync(join(folder, other, '..'), { recursive: true });
    writeFileSync(join(folder, other), 'mine');
    utimesSync(join(folder, other), 0, 0);
  }
  prune(folder, { maxSize: 0, olderThan: 0 }, NOW);
  expect(names()).toEqual([]);
  for (const other of others) expect(readFileSync(join(folder, other), 'utf8')).toBe('mine');
});

test('modules go as a whole, pieces of killed processes when nobody can be writing them', () => {
  mkdirSync(join(folder, 'run/0123abcd'), { recursive: true });
  for (const name of ['package.json', 'a.node', 'a.js']) {
    writeFileSync(join(folder, 'run/0123abcd', name), bytes(name));
    utimesSync(join(folder, 'run/0123abcd', name), 0, 0);
  }
  const piece = `${pathOf(digestOf(bytes('old')))}.0123abcd-1-89abcdef.tmp`;
  writeFileSync(piece, 'half');
  expect(
    inventory(folder)
      .map(({ kind }) => kind)
      .sort(),
  ).toEqual(['modules', 'outputs', 'outputs', 'outputs', 'pieces']);
  prune(folder, { maxSize: 3500, olderThan: null }, NOW);
  expect(existsSync(join(folder, 'run/0123abcd'))).toBe(false);
  expect([names().length, existsSync(piece)]).toEqual([3, true]);
  utimesSync(piece, 0, 0);
  prune(folder, { maxSize: null, olderThan: null }, NOW);
  expect([names().length, existsSync(piece)]).toEqual([3, false]);
});

test('counts', () => {
  const count = tallyIn(join(folder, 'new'));
  for (const what of ['made', 'reused', 'reused'] as const) count(what);
  expect(readTally(join(folder, 'new'))).toEqual({ reused: 2, made: 1, fetched: 0 });
  writeFileSync(join(folder, 'file'), '');
  tallyIn(join(folder, 'file'))('made');
});

test('the command', () => {
  const space = new Workspace({ 'a.ts': ADD });
  try {
    const run = (...args: string[]) => space.mixmod(['cache', ...args]);
    const json = (...args: string[]) => JSON.parse(run(...args, '--json').stdout) as unknown;
    expect(run().stdout).toMatch(/\ntotal +0 entries +0 bytes\nbuilds +0 reused, 0 made\n/);
    for (const _ of [1, 2]) space.mixmod(['build', 'a.ts']);
    const kinds = { outputs: { entries: 4 }, records: { entries: 2 }, pieces: { entries: 0 } };
    const counts = { reused: 1, made: 1, fetched: 0 };
    expect(json()).toMatchObject({ folder: space.path('cache'), kinds, counts });
    expect(run().stdout).toMatch(
      /\ntotal +6 entries +[\d.]+ kB\nbuilds +1 reused, 1 made \(50 % reused\)\n/,
    );
    expect(run('verify')).toMatchObject({ status: 0, stdout: '6 entries checked, 0 damaged\n' });
    const [output] = inventory(space.path('cache')).filter(({ kind }) => kind === 'outputs');
    writeFileSync(output?.path ?? '', 'damaged');
    const { status, stdout } = run('verify');
    expect(status).toBe(1);
    expect(stdout).toMatch(
      /^\S+ is not what its name says; removed\n\S+ names outputs that are gone; removed\n6 entries checked, 2 damaged\n$/,
    );
    expect(json('verify')).toEqual({ checked: 4, damages: [] });
    expect(json('prune', '--older-than', '1h')).toMatchObject({ removed: { entries: 0 } });
    for (const { path } of inventory(space.path('cache'))) utimesSync(path, 0, 0);
    expect(run('prune', '--max-size', '500M').stdout).toMatch(
      /^removed 0 entries \(0 bytes\); 4 are left/,
    );
    expect(json('prune')).toMatchObject({
      removed: { entries: 4 },
      kept: { entries: 0, bytes: 0 },
    });
    for (const wrong of [['--max-size', '5X'], ['--older-than', '5'], ['--max-size', ''], ['now']])
      expect(run('prune', ...wrong), wrong.join(' ')).toMatchObject({ status: 2, stdout: '' });
  } finally {
    space.remove();
  }
});
