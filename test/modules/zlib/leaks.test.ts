// Many objects and calls, dropped, disposed of, ended by errors: resident memory stays where it is after the first of them.
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { REPOSITORY } from '../../harness/source-snapshot.ts';

/** In MiB. A stream for compression takes 0.3 of it. */
const MOST = 60;

const KINDS: readonly (readonly [name: string, count: number, call: string])[] = [
  ['compressors that are dropped', 100_000, 'zlib.compressobj({ level: i % 10 })'],
  ['compressors that are used and dropped', 20_000, 'zlib.compressobj().compress(data)'],
  [
    'compressors that are disposed of',
    20_000,
    'const it = zlib.compressobj(); it.compress(data); it[Symbol.dispose]();',
  ],
  ['decompressors that are dropped', 100_000, 'zlib.decompressobj().decompress(half)'],
  ['copies', 5000, 'compressor.copy(); decompressor.copy();'],
  ['whole data', 20_000, 'zlib.decompress(zlib.compress(data))'],
  [
    'errors',
    50_000,
    'try { zlib.decompress(half) } catch {} try { zlib.decompress(data) } catch {}',
  ],
  [
    'whole data on other threads',
    5000,
    'await zlib.decompress_async(await zlib.compress_async(data))',
  ],
  [
    'errors on other threads',
    5000,
    'await zlib.decompress_async(half).catch(() => {}); await zlib.decompress_async(data).catch(() => {});',
  ],
  [
    'calls that are given up',
    300,
    'const wait = new AbortController(), given = zlib.compress_async(noise, { signal: wait.signal }).catch(() => {}); wait.abort(); await given;',
  ],
  [
    'streams, whole and left',
    500,
    `for await (const piece of zlib.compress_pieces([data, noise, data])) if (i % 2) break;
     for await (const piece of zlib.decompress_pieces([large])) if (piece.length > 0) break;`,
  ],
  ['much output', 300, 'zlib.decompress(large)'],
  [
    'errors behind much output',
    300,
    'try { zlib.decompress(large.subarray(0, large.length - 1)) } catch {}',
  ],
];

const program = (count: number, call: string): string => `
import * as zlib from '${REPOSITORY}/dist/modules/zlib/index.js';
const data = Buffer.from('some text that is not long '.repeat(40)), half = zlib.compress(data).subarray(0, 20);
const large = zlib.compress(new Uint8Array(8 << 20));
const compressor = zlib.compressobj(), decompressor = zlib.decompressobj();
compressor.compress(data), decompressor.decompress(half);
const noise = crypto.getRandomValues(new Uint8Array(65536));
const run = async (count) => { for (let i = 0; i < count; i++) { ${call} } };
await run(${count} / 5);
const before = process.memoryUsage.rss();
await run(${count});
console.log((process.memoryUsage.rss() - before) / 2 ** 20);
`;

test.each(KINDS)('%s', (_, count, call) => {
  const args = ['--input-type=module', '-e', program(count, call)];
  const { stdout, stderr, status } = spawnSync('node', args, { encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
  expect(Number(stdout)).toBeLessThan(MOST);
});
