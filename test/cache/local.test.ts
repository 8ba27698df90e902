// The cache's folder in every state that a fault can leave: an entry is whole or absent, and the next one that is kept
// mends it.
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { digestOf, keyOf } from '../../compiler/cache/digest.ts';
import { localCache } from '../../compiler/cache/local.ts';
import type { Cache } from '../../compiler/cache/store.ts';
import { CannotWrite, nodeHost, type Host } from '../../compiler/host.ts';

let folder = '';
let cache: Cache;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mixmod-local-'));
  cache = localCache(folder, nodeHost);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const BYTES = Buffer.from('some machine code'.repeat(100));
const KEY = keyOf('what it is made from');
const OUTPUTS = new Map([
  ['a.node', BYTES],
  ['a.js', Buffer.from('a loader')],
]);

const pathOf = (kind: string, digest: string): string =>
  join(folder, kind, digest.slice(0, 2), digest.slice(2));
const blob = (): string => pathOf('cas', digestOf(BYTES));
const record = (): string => pathOf('ac', KEY);

test('what was put is got, by its digest and by its key', () => {
  expect(cache.store.get(digestOf(BYTES))).toBeUndefined();
  expect(cache.store.put(BYTES)).toBe(digestOf(BYTES));
  expect(cache.store.get(digestOf(BYTES))).toEqual(BYTES);
  expect(cache.actions.get(KEY)).toBeUndefined();
  cache.actions.put(KEY, OUTPUTS);
  expect(cache.actions.get(KEY)).toEqual(OUTPUTS);
  expect(cache.actions.get(keyOf('another'))).toBeUndefined();
});

test('keys depend on where parts end', () => {
  expect(keyOf('a', 'b')).not.toBe(keyOf('ab'));
  expect(keyOf('a\n', 'b')).not.toBe(keyOf('a', '\nb'));
  expect(keyOf('a\0', 'b')).not.toBe(keyOf('a', '\0b'));
  expect(keyOf('a')).toBe(keyOf(Buffer.from('a')));
});

/** Each makes something else of the file at a path. */
const DAMAGES: Readonly<Record<string, (path: string) => void>> = {
  truncated: (path) => truncateSync(path, readFileSync(path).length >> 1),
  empty: (path) => truncateSync(path, 0),
  'longer than it was': (path) => writeFileSync(path, '\0', { flag: 'a' }),
  'of zeros': (path) => writeFileSync(path, Buffer.alloc(readFileSync(path).length)),
  'with one bit changed': (path) => {
    const bytes = readFileSync(path);
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    writeFileSync(path, bytes);
  },
  gone: (path) => rmSync(path),
  'a folder': (path) => {
    rmSync(path);
    mkdirSync(path);
  },
  'a folder that is not empty': (path) => {
    rmSync(path);
    mkdirSync(path);
    writeFileSync(join(path, 'x'), '');
  },
  'below a file': (path) => {
    rmSync(dirname(path), { recursive: true });
    writeFileSync(dirname(path), '');
  },
  'below a file for all of its kind': (path) => {
    rmSync(dirname(dirname(path)), { recursive: true });
    writeFileSync(dirname(dirname(path)), '');
  },
  "another entry's": (path) => {
    cache.store.put(Buffer.from('another'));
    cache.actions.put(keyOf('another'), new Map([['other', BYTES]]));
    const isBlob = path === blob();
    renameSync(isBlob ? pathOf('cas', digestOf('another')) : pathOf('ac', keyOf('another')), path);
  },
};

describe.each(['blob', 'record'])('the %s is', (kind) => {
  test.each(Object.keys(DAMAGES))('%s', (damage) => {
    cache.actions.put(KEY, OUTPUTS);
    DAMAGES[damage]?.(kind === 'blob' ? blob() : record());
    expect(cache.actions.get(KEY)).toBeUndefined();
    if (kind === 'blob') expect(cache.store.get(digestOf(BYTES))).toBeUndefined();
    cache.actions.put(KEY, OUTPUTS);
    expect(cache.actions.get(KEY)).toEqual(OUTPUTS);
  });
});

test('a record of a newer version is none, and is replaced', () => {
  cache.actions.put(KEY, OUTPUTS);
  const newer = readFileSync(record()).toString('latin1').replace('mixmod-1', 'mixmod-2');
  writeFileSync(record(), newer, 'latin1');
  expect(cache.actions.get(KEY)).toBeUndefined();
  cache.actions.put(KEY, OUTPUTS);
  expect(cache.actions.get(KEY)).toEqual(OUTPUTS);
});

test('no room: nothing is kept, nothing fails, no piece is left', () => {
  for (let room = 0; room < 3; room++) {
    let writes = 0;
    const full: Host = {
      ...nodeHost,
      writeAtomic: (path, data) => {
        if (writes++ >= room) throw new CannotWrite(path, 'no space left on device');
        nodeHost.writeAtomic(path, data);
      },
    };
    rmSync(join(folder, 'cas'), { recursive: true, force: true });
    const cramped = localCache(folder, full);
    cramped.actions.put(KEY, OUTPUTS);
    expect(cramped.actions.get(KEY)).toBeUndefined();
  }
  expect(readdirSync(join(folder, 'cas'), { recursive: true }).join()).not.toContain('tmp');
  cache.actions.put(KEY, OUTPUTS);
  expect(cache.actions.get(KEY)).toEqual(OUTPUTS);
});

test('a file stands where the cache belongs: it stays, and nothing fails', () => {
  const file = join(folder, 'file');
  writeFileSync(file, 'mine');
  const none = localCache(file, nodeHost);
  none.actions.put(KEY, OUTPUTS);
  expect(none.actions.get(KEY)).toBeUndefined();
  expect(readFileSync(file, 'utf8')).toBe('mine');
});
