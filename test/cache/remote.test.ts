// A remote cache, good and bad. Whatever it does, what is got is right or nothing, and one line says what is wrong.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { digestOf, keyOf } from '../../compiler/cache/digest.ts';
import type * as Open from '../../compiler/cache/open.ts';
import { remoteSettings, type RemoteSettings } from '../../compiler/cache/remote-settings.ts';
import type { Cache, Outputs } from '../../compiler/cache/store.ts';
import { readTally } from '../../compiler/cache/tally.ts';
import { nodeHost } from '../../compiler/host.ts';
import { sourceSnapshot } from '../harness/source-snapshot.ts';
import { startServer, type RemoteServer } from './remote-server.ts';

// The thread is a file that Node runs: of the sources as JavaScript.
const { openCache } = (await import(
  join(sourceSnapshot(), 'dist/compiler/cache/open.js')
)) as typeof Open;

let server: RemoteServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

let folder = '';
let warnings: string[] = [];
let serial = 0;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mixmod-remote-'));
  warnings = [];
  serial++;
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const OUTPUTS = new Map([
  ['a.node', Buffer.from('some machine code'.repeat(1000))],
  ['a.js', Buffer.from('a loader')],
  ['empty', Buffer.alloc(0)],
]);
const KEY = keyOf('what it is made from');
const OTHER = keyOf('something else');

/** Bytes are bytes, of whatever class. */
const textsOf = (outputs: Outputs | undefined): object =>
  Object.fromEntries(
    [...(outputs ?? [])].map(([name, bytes]) => [name, Buffer.from(bytes).toString('latin1')]),
  );

/** As a process of its own on a machine of its own. */
function machine(mode: string, settings: Partial<RemoteSettings> = {}): Cache {
  const url = `${server.address}/${encodeURIComponent(mode)}/${serial}/`;
  const remote = { url, headers: {}, upload: true, timeout: 500, ...settings };
  const own = mkdtempSync(join(folder, 'machine-'));
  return openCache({ folder: own, remote, warn: (text) => warnings.push(text) }, nodeHost);
}

/** Until everything is there. */
async function uploaded(count: number, upTo = 100): Promise<readonly string[]> {
  const seen: string[] = [];
  for (let round = 0; round < upTo; round++) {
    seen.push(...(await server.log()).filter((line) => line.startsWith('PUT')));
    if (seen.length >= count) return seen;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return seen;
}

async function fill(): Promise<void> {
  await server.log();
  const cache = machine('plain');
  cache.actions.put(KEY, OUTPUTS);
  cache.actions.put(OTHER, new Map([['other', Buffer.from('other')]]));
  expect(await uploaded(6)).toHaveLength(6);
}

describe.each(['plain', 'strict'])('a %s cache', (mode) => {
  test('gives one machine what another has made, once', async () => {
    await server.log();
    const first = machine(mode);
    expect(first.actions.get(KEY)).toBeUndefined();
    first.actions.put(KEY, OUTPUTS);
    const sent = await uploaded(4);
    // The record comes when all that it names is there.
    expect(sent.at(-1)).toContain(`/ac/${KEY}`);
    const second = machine(mode);
    expect(textsOf(second.actions.get(KEY))).toEqual(textsOf(OUTPUTS));
    expect(await server.log()).toHaveLength(4);
    expect(textsOf(second.actions.get(KEY))).toEqual(textsOf(OUTPUTS));
    expect(await server.log()).toEqual([]);
    expect(second.actions.get(OTHER)).toBeUndefined();
    expect(warnings).toEqual([]);
  });

  test('gives contents by their digest', async () => {
    const bytes = Buffer.from(`an object of ${mode}`);
    await server.log();
    expect(machine(mode).store.put(bytes)).toBe(digestOf(bytes));
    expect(await uploaded(1)).toHaveLength(1);
    const second = machine(mode);
    expect(String(Buffer.from(second.store.get(digestOf(bytes)) ?? []))).toEqual(String(bytes));
    expect(second.store.get(digestOf('nothing'))).toBeUndefined();
    expect(warnings).toEqual([]);
  });
});

test('what came from there is counted', async () => {
  await fill();
  const url = `${server.address}/plain/${serial}/`;
  const remote = { url, headers: {}, upload: true, timeout: 500 };
  const cache = openCache({ folder, remote, warn: () => {} }, nodeHost);
  cache.actions.get(KEY);
  cache.actions.get(KEY);
  cache.actions.get(keyOf('a third'));
  expect(readTally(folder).fetched).toBe(1);
});

/** Everything else that is asked goes well; the mode, and what is said of it. */
const LIES: readonly (readonly [mode: string, warning: RegExp])[] = [
  ['lies in records', /sends a record that is damaged or of something else, which is not used/],
  ['answers with pages', /sends a record that is damaged/],
  ['swaps records', /sends a record that is damaged or of something else/],
  ['lies in contents', /sends contents that do not have their digest/],
  ['cuts contents off', /sends contents that do not have their digest/],
];

test.each(LIES)('a cache that %s is not believed', async (mode, warning) => {
  await fill();
  const cache = machine(mode);
  for (const _ of [1, 2]) expect(cache.actions.get(KEY)).toBeUndefined();
  expect(warnings).toEqual([expect.stringMatching(warning)]);
  // It is still asked, and given what is right.
  await server.log();
  cache.actions.put(KEY, OUTPUTS);
  expect(await uploaded(4)).toHaveLength(4);
  expect(textsOf(cache.actions.get(KEY))).toEqual(textsOf(OUTPUTS));
  expect(textsOf(machine('plain').actions.get(KEY))).toEqual(textsOf(OUTPUTS));
});

const FAILURES: readonly (readonly [mode: string, warning: RegExp])[] = [
  ['hangs', /it took longer than 0.5 s/],
  ['drips', /it took longer than 0.5 s/],
  ['fails', /it answers 500 to GET/],
  ['is closed', /socket hang up/],
  ['dies in the middle', /it ended in the middle of an answer/],
  ['says more than it sends', /in the middle/],
  ['says less than it sends', /./],
  ['sends too much', /it sends more than \d+ bytes/],
  ['never ends', /it sends more than \d+ bytes/],
  ['redirects', /it answers 302 to GET/],
  ['speaks something else', /Parse Error/],
  ['forbids', /it answers 403 to GET/],
  ['wants a password', /it answers 401 to GET/],
];

test.each(FAILURES)('a cache that %s is left alone', async (mode, warning) => {
  await fill();
  const cache = machine(mode);
  expect(cache.actions.get(KEY)).toBeUndefined();
  await server.log();
  expect(cache.actions.get(KEY)).toBeUndefined();
  expect(cache.actions.get(OTHER)).toBeUndefined();
  cache.actions.put(KEY, OUTPUTS);
  expect(textsOf(cache.actions.get(KEY))).toEqual(textsOf(OUTPUTS));
  expect(warnings).toEqual([expect.stringMatching(/; the build goes on without it$/)]);
  expect(warnings[0]).toMatch(warning);
  expect(await uploaded(1, 5)).toEqual([]);
});

test('contents that are gone are a miss without a word', async () => {
  await fill();
  const cache = machine('loses contents');
  expect(cache.actions.get(KEY)).toBeUndefined();
  expect(warnings).toEqual([]);
});

test('nobody listens, or the name is unknown', () => {
  const closed = machine('', { url: 'http://127.0.0.1:9/' });
  expect(closed.actions.get(KEY)).toBeUndefined();
  const unknown = machine('', { url: 'http://cache.invalid/', timeout: 3000 });
  expect(unknown.actions.get(KEY)).toBeUndefined();
  expect(warnings).toEqual([
    expect.stringContaining('ECONNREFUSED'),
    expect.stringMatching(/cache\.invalid/),
  ]);
});

test.each(['read-only', 'fails at uploads', 'hangs at uploads'])(
  'a cache that is %s still gives',
  async (mode) => {
    await fill();
    const cache = machine(mode);
    cache.actions.put(keyOf('mine'), OUTPUTS);
    for (let round = 0; warnings.length === 0 && round < 100; round++)
      await new Promise((resolve) => setTimeout(resolve, 20));
    expect(warnings).toEqual([expect.stringMatching(/did not take the outputs: .*; nothing more/)]);
    await server.log();
    cache.actions.put(keyOf('mine too'), OUTPUTS);
    expect(textsOf(cache.actions.get(KEY))).toEqual(textsOf(OUTPUTS));
    expect((await server.log()).filter((line) => line.startsWith('PUT'))).toEqual([]);
    expect(warnings).toHaveLength(1);
  },
);

test('without uploads nothing is sent', async () => {
  await server.log();
  machine('plain', { upload: false }).actions.put(KEY, OUTPUTS);
  expect(await uploaded(1, 10)).toEqual([]);
});

test('a password in the URL, and a header', async () => {
  await fill();
  const url = `${server.address.replace('//', '//ann:s3cret%2F@')}/wants%20a%20password/${serial}`;
  const wayIn = remoteSettings(url, {}, nodeHost);
  const header = { MIXMOD_REMOTE_CACHE_HEADER: 'X-Token: abc' };
  const otherWay = remoteSettings(url.replace(/\/\/.*@/, '//'), header, nodeHost);
  for (const settings of [wayIn, otherWay]) {
    expect(JSON.stringify(settings)).not.toContain('s3cret');
    expect(textsOf(machine('', settings as RemoteSettings).actions.get(KEY))).toEqual(
      textsOf(OUTPUTS),
    );
  }
  expect(warnings).toEqual([]);
});
