// `compress`, `decompress` and the checksums against CPython's: each reads what the other has written, and both say the same of what is wrong.
import { describe, expect, test } from 'vitest';
import { Random } from '../../../dist/modules/random/index.js';
import * as zlib from '../../../dist/modules/zlib/index.js';
import {
  base64,
  pythonChecksums,
  pythonNumbers,
  pythonWhole,
  type Checksum,
  type Whole,
} from './python.ts';
import { damaged, sample } from './samples.ts';

const random = new Random(20261128);
const SIZES = [0, 1, 2, 100, 1023, 16_384, 65_535, 300_000];
const LEVELS = [-1, 0, 1, 5, 6, 9];
const WBITS = [9, 12, 15, 25, 31, -9, -15];

const CASES: readonly Whole[] = SIZES.flatMap((size) =>
  WBITS.map((wbits) => ({
    data: sample(random, size),
    options: { level: random.choice(LEVELS), wbits },
  })),
);

/** What reads what `wbits` has written, in all ways that there are. */
function readers(wbits: number): readonly number[] {
  if (wbits < 0) return [wbits, -15];
  return wbits < 16 ? [wbits, 15, 0, 47] : [wbits, 31, 47];
}

test('CPython reads what is compressed', () => {
  const cases = CASES.flatMap(({ data, options }) =>
    readers(options['wbits'] as number).map((wbits) => ({
      expected: data,
      data: zlib.compress(data, options),
      options: { wbits },
    })),
  );
  const read = pythonWhole('decompress', cases);
  cases.forEach(({ expected, options }, i) =>
    expect([options, read[i]]).toEqual([options, [base64(expected)]]),
  );
});

test('what CPython has compressed is read', () => {
  const written = pythonWhole('compress', CASES);
  CASES.forEach(({ data, options }, i) => {
    const packed = Buffer.from(written[i]?.[0] ?? '', 'base64');
    for (const wbits of readers(options['wbits'] as number)) {
      const bufsize = random.choice([0, 1, 1000, 1 << 20]);
      const plain = zlib.decompress(packed, wbits, bufsize);
      expect(Buffer.compare(plain, data), JSON.stringify({ options, wbits, bufsize })).toBe(0);
    }
  });
});

/** Some of zlib's descendants find data from before a smaller window. */
const isFullWindow = ({ options }: Whole): boolean =>
  [15, 31, -15].includes(options['wbits'] as number);

/** A text of zlib's, or the bytes. */
function attempt({ data, options }: Whole): readonly [string] | string {
  try {
    return [base64(zlib.decompress(data, options))];
  } catch (error) {
    if (error instanceof zlib.error) return error.message;
    throw error;
  }
}

test('what is damaged, cut short or of another format gives the errors of CPython', () => {
  const cases = CASES.filter(isFullWindow).flatMap(({ data, options }) => {
    const packed = zlib.compress(data, options);
    return [
      ...Array.from({ length: 6 }, () => damaged(random, packed)),
      Buffer.concat([packed, Buffer.from('behind the end')]),
    ].map((bytes) => ({
      data: bytes,
      options: {
        wbits: random.random() < 0.7 ? (options['wbits'] as number) : random.choice([15, 31, -15]),
      },
    }));
  });
  expect(cases.map(attempt)).toEqual(pythonWhole('decompress', cases));
});

const CHECKSUMS = { crc32: zlib.crc32, adler32: zlib.adler32 } as const;

describe('checksums', () => {
  const cases: readonly Checksum[] = (['crc32', 'adler32'] as const).flatMap((name) =>
    SIZES.flatMap((size) =>
      [[], [0], [1], [4_294_967_295], [-1], [-2_147_483_648], [random.randrange(2 ** 32)]].map(
        (start) => ({ name, data: sample(random, size), start }),
      ),
    ),
  );

  test('are those of CPython, from any value', () => {
    const ours = cases.map(({ name, data, start }) => CHECKSUMS[name](data, ...start));
    expect(ours).toEqual(pythonChecksums(cases));
  });

  test('of pieces are those of the whole', () => {
    const data = sample(random, 10_000);
    for (const name of ['crc32', 'adler32'] as const) {
      const first = CHECKSUMS[name](data.subarray(0, 777));
      expect(CHECKSUMS[name](data.subarray(777), first)).toBe(CHECKSUMS[name](data));
    }
  });
});

test('the numbers are those of CPython', () => {
  const numbers = Object.entries(zlib).filter(([, value]) => typeof value === 'number');
  expect(Object.fromEntries(numbers)).toEqual(pythonNumbers());
  expect(zlib.ZLIB_VERSION).toMatch(/^1\.\d+/);
  expect(zlib.ZLIB_RUNTIME_VERSION).toMatch(/^1\.\d+/);
});

test('data are bytes of every kind; of compress and checksums also texts', () => {
  const text = 'texts are bytes in UTF-8: ä€';
  const bytes = new TextEncoder().encode(text);
  const { buffer } = bytes.slice();
  for (const data of [text, buffer, new DataView(buffer), new Uint16Array(buffer.slice(0, 28))]) {
    const expected =
      typeof data === 'string'
        ? bytes
        : new Uint8Array(data instanceof ArrayBuffer ? data : data.buffer);
    expect(Buffer.compare(zlib.decompress(zlib.compress(data)), expected)).toBe(0);
    expect(zlib.crc32(data)).toBe(zlib.crc32(expected));
  }
  const packed = zlib.compress(bytes);
  const inside = new Uint8Array(packed.length + 10);
  inside.set(packed, 5);
  const view = new DataView(inside.buffer, 5, packed.length);
  expect(Buffer.from(zlib.decompress(view)).toString()).toBe(text);
});

test('10 MiB go through', () => {
  const data = sample(random, 10 << 20);
  for (const wbits of [15, 31, -15])
    expect(Buffer.compare(zlib.decompress(zlib.compress(data, 1, wbits), wbits), data)).toBe(0);
});
