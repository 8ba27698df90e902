// Wrong arguments: errors that name function and argument. Nothing crashes, and objects stay what they were.
import { expect, test } from 'vitest';
import * as zlib from '../../../dist/modules/zlib/index.js';

/** Calls as JavaScript may make them. */
const any = zlib as unknown as Record<string, (...given: unknown[]) => unknown>;
const call =
  (name: string, ...given: unknown[]): (() => unknown) =>
  () =>
    any[name]?.(...given);
const packed = zlib.compress('data');

const WRONG: readonly (readonly [make: () => unknown, kind: typeof TypeError, message: string])[] =
  [
    [call('compress'), TypeError, 'compress: data must be bytes or a string, not undefined'],
    [call('compress', [1]), TypeError, 'compress: data must be bytes or a string, not array'],
    [call('compress', '', '9'), TypeError, 'compress: level must be a number, not string'],
    [
      call('compress', '', 10),
      RangeError,
      'compress: level must be an integer from -1 to 9, not 10',
    ],
    [
      call('compress', '', { level: 0.5 }),
      RangeError,
      'compress: level must be an integer from -1 to 9, not 0.5',
    ],
    [
      call('compress', '', -1, 8),
      RangeError,
      'compress: wbits must be 9 to 15 (zlib), 25 to 31 (gzip) or -15 to -9 (raw), not 8',
    ],
    [
      call('compress', '', -1, NaN),
      RangeError,
      'compress: wbits must be an integer from -15 to 31, not NaN',
    ],
    [
      call('compress', '', { windowBits: 15 }),
      TypeError,
      'compress: there is no option windowBits; there are level, wbits',
    ],
    [call('decompress', 'text'), TypeError, 'decompress: data must be bytes, not string'],
    [
      call('decompress', packed, 16 + 7),
      RangeError,
      'decompress: wbits must be 0, 8 to 15 (zlib), 24 to 31 (gzip), 40 to 47 (either) or -15 to -8 (raw), not 23',
    ],
    [
      call('decompress', packed, 15, -1),
      RangeError,
      'decompress: bufsize must be an integer from 0 to 2147483647, not -1',
    ],
    [
      call('compressobj', { method: 7 }),
      RangeError,
      'compressobj: method must be an integer from 8 to 8, not 7',
    ],
    [
      call('compressobj', { memLevel: 0 }),
      RangeError,
      'compressobj: memLevel must be an integer from 1 to 9, not 0',
    ],
    [
      call('compressobj', { strategy: 5 }),
      RangeError,
      'compressobj: strategy must be an integer from 0 to 4, not 5',
    ],
    [
      call('compressobj', { zdict: 'text' }),
      TypeError,
      'compressobj: zdict must be bytes, not string',
    ],
    [
      call('compressobj', { wbits: 31, zdict: new Uint8Array(3) }),
      RangeError,
      'compressobj: zdict is not for a stream of this format',
    ],
    [
      call('decompressobj', { wbits: 15n }),
      TypeError,
      'decompressobj: wbits must be a number, not bigint',
    ],
    [call('crc32', 5), TypeError, 'crc32: data must be bytes or a string, not number'],
    [
      call('crc32', '', 2 ** 32),
      RangeError,
      'crc32: value must be an integer from -2147483648 to 4294967295, not 4294967296',
    ],
    [call('adler32', '', 1n), TypeError, 'adler32: value must be a number, not bigint'],
    [
      () => zlib.compressobj().flush(6),
      RangeError,
      'flush: mode must be an integer from 0 to 5, not 6',
    ],
    [
      () => zlib.compressobj().compress(null as never),
      TypeError,
      'compress: data must be bytes or a string, not null',
    ],
    [
      () => zlib.decompressobj().flush(0),
      RangeError,
      'flush: length must be an integer from 1 to 2147483647, not 0',
    ],
    [
      () => zlib.decompressobj().decompress(packed, -1),
      RangeError,
      'decompress: max_length must be an integer from 0 to 9007199254740991, not -1',
    ],
  ];

test.each(WRONG)('%#', (make, kind, message) => {
  let caught: unknown;
  try {
    make();
  } catch (error) {
    caught = error;
  }
  expect(caught).toBeInstanceOf(kind);
  expect((caught as Error).message).toBe(message);
});

test('memory that another thread could have, or that is gone, is refused', () => {
  const shared = new Uint8Array(new SharedArrayBuffer(4));
  expect(() => zlib.compress(shared)).toThrow(/Uint8Array on a SharedArrayBuffer/);
  const gone = new Uint8Array(4);
  structuredClone(gone.buffer, { transfer: [gone.buffer] });
  expect(() => zlib.compress(gone)).toThrow(/detached Uint8Array/);
  const object = zlib.compressobj();
  expect(() => object.compress(shared)).toThrow(TypeError);
  expect(
    Buffer.from(
      zlib.decompress(Buffer.concat([object.compress('go on'), object.flush()])),
    ).toString(),
  ).toBe('go on');
});

test('errors are of a class of their own', () => {
  const caught = (() => {
    try {
      return zlib.decompress(Buffer.from('hello'));
    } catch (error) {
      return error;
    }
  })();
  expect(caught).toBeInstanceOf(zlib.error);
  expect(caught).toBeInstanceOf(Error);
  expect(String(caught)).toBe(
    'zlib.error: Error -3 while decompressing data: incorrect header check',
  );
});

test('types say what is wrong before it runs', () => {
  const wrong = [
    // @ts-expect-error an option of another name
    () => zlib.compress('', { windowBits: 15 }),
    // @ts-expect-error a text is no compressed data
    () => zlib.decompress('text'),
    // @ts-expect-error a dictionary is bytes
    () => zlib.compressobj({ zdict: 'text' }),
    // @ts-expect-error read only
    () => (zlib.decompressobj().eof = true),
  ];
  for (const one of wrong) expect(one).toThrow(TypeError);
});
