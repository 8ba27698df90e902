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
const run = (count) => { for (let i = 0; i < count; i++) { ${call} } };
run(${count} / 5);
const before = process.memoryUsage.rss();
run(${count});
console.log((process.memoryUsage.rss() - before) / 2 ** 20);
`;

test.each(KINDS)('%s', (_, count, call) => {
  const args = ['--input-type=module', '-e', program(count, call)];
  const { stdout, stderr, status } = spawnSync('node', args, { encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
  expect(Number(stdout)).toBeLessThan(MOST);
});
