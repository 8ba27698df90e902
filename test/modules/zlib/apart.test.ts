// Runs on other threads, pieces and streams give what whole data give; they end with signals and errors.
import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { Random } from '../../../dist/modules/random/index.js';
import * as zlib from '../../../dist/modules/zlib/index.js';
import { damaged, pieces, sample } from './samples.ts';

const random = new Random(20261130);
const WBITS = [15, 31, -15];
const isSame = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;

async function all(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of source) parts.push(part);
  return Buffer.concat(parts);
}

async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

describe('whole data on another thread', () => {
  test('many at once give what calls at once give', async () => {
    const cases = Array.from({ length: 60 }, () => ({
      data: sample(random, random.choice([0, 10, 5000, 200_000])),
      wbits: random.choice(WBITS),
      level: random.randint(-1, 9),
    }));
    const packed = await Promise.all(
      cases.map(({ data, level, wbits }) => zlib.compress_async(data, { level, wbits })),
    );
    cases.forEach(({ data, level, wbits }, i) =>
      expect(isSame(packed[i] as Uint8Array, zlib.compress(data, level, wbits))).toBe(true),
    );
    const plain = await Promise.all(
      packed.map((one, i) => zlib.decompress_async(one, { wbits: cases[i]?.wbits })),
    );
    cases.forEach(({ data }, i) => expect(isSame(plain[i] as Uint8Array, data)).toBe(true));
  });

  test('the event loop turns meanwhile', async () => {
    let hasTurned = false;
    const turned = new Promise<void>((resolve) => {
      setImmediate(() => resolve(void (hasTurned = true)));
    });
    await zlib.compress_async(new Uint8Array(4 << 20));
    expect(hasTurned).toBe(true);
    await turned;
  });

  test('the data may be given away', async () => {
    const data = sample(random, 100_000);
    const given = data.slice();
    const packed = await zlib.compress_async(given, { transfer: [given.buffer] });
    expect(given.length).toBe(0);
    expect(isSame(zlib.decompress(packed), data)).toBe(true);
  });

  test('the caller may change the data behind the call', async () => {
    const data = sample(random, 100_000);
    const changed = data.slice();
    const promise = zlib.compress_async(changed);
    changed.fill(0);
    expect(isSame(zlib.decompress(await promise), data)).toBe(true);
  });

  test('errors are those of calls at once', async () => {
    const packed = zlib.compress(sample(random, 50_000));
    for (let i = 0; i < 20; i++) {
      const wrong = damaged(random, packed).subarray(0, packed.length - 1);
      const error = await failureOf(zlib.decompress_async(wrong));
      expect(error).toBeInstanceOf(zlib.error);
      expect(() => zlib.decompress(wrong)).toThrow(error as Error);
    }
  });

  test('a signal ends it with its reason', async () => {
    const signal = AbortSignal.abort('too late');
    expect(await failureOf(zlib.compress_async('data', { signal }))).toBe('too late');
    const controller = new AbortController();
    const running = failureOf(
      zlib.compress_async(new Uint8Array(64 << 20), { signal: controller.signal }),
    );
    setImmediate(() => controller.abort('enough'));
    expect(await running).toBe('enough');
    expect(await zlib.compress_async('still at work')).toEqual(zlib.compress('still at work'));
  });

  test('wrong arguments are named', async () => {
    const wrong: readonly (readonly [Promise<unknown>, string])[] = [
      [
        zlib.compress_async(1 as never),
        'compress_async: data must be bytes or a string, not number',
      ],
      [
        zlib.compress_async('', { level: 10 }),
        'compress_async: level must be an integer from -1 to 9, not 10',
      ],
      [
        zlib.compress_async('', 9 as never),
        'compress_async: options must be an object, not number',
      ],
      [
        zlib.decompress_async(new Uint8Array(1), { signal: 1 as never }),
        'decompress_async: signal must be an AbortSignal, not number',
      ],
      [
        zlib.decompress_async(new Uint8Array(1), { transfer: [1 as never] }),
        'decompress_async: transfer must be an array of ArrayBuffers',
      ],
      [
        zlib.decompress_async(new Uint8Array(1), { level: 1 } as never),
        'decompress_async: there is no option level; there are wbits, bufsize',
      ],
    ];
    for (const [promise, message] of wrong)
      expect(await failureOf(promise)).toMatchObject({ message });
  });
});

describe('pieces', () => {
  test('cut anywhere give the whole, in each format', async () => {
    for (let i = 0; i < 40; i++) {
      const wbits = random.choice(WBITS);
      const data = sample(random, random.choice([0, 10, 5000, 400_000]));
      const zdict = wbits > 15 || random.random() < 0.5 ? undefined : sample(random, 1000);
      const packed = await all(zlib.compress_pieces(pieces(random, data), { wbits, zdict }));
      const object = zlib.decompressobj({ wbits, zdict });
      expect(isSame(object.decompress(packed), data)).toBe(true);
      expect(object.eof).toBe(true);
      const plain = all(zlib.decompress_pieces(pieces(random, packed), { wbits, zdict }));
      expect(isSame(await plain, data)).toBe(true);
    }
  });

  test('of much smaller input are of a size that fits memory', async () => {
    const packed = zlib.compress(new Uint8Array(20 << 20));
    const sizes: number[] = [];
    for await (const piece of zlib.decompress_pieces([packed])) sizes.push(piece.length);
    expect(Math.max(...sizes)).toBe(1 << 18);
    expect(sizes.reduce((a, b) => a + b, 0)).toBe(20 << 20);
  });

  test('members of gzip follow each other; what is no member is ignored', async () => {
    const texts = ['one', 'two'.repeat(20_000), '', 'three'];
    const members = texts.map((text) => gzipSync(text));
    const whole = Buffer.concat([...members, new Uint8Array(10)]);
    for (const wbits of [31, 47]) {
      for (const parts of [[whole], pieces(random, whole), [...members]]) {
        const plain = await all(zlib.decompress_pieces(parts, { wbits }));
        expect(plain.toString()).toBe(texts.join(''));
      }
    }
    const twice = Buffer.concat([zlib.compress('one'), zlib.compress('two')]);
    expect((await all(zlib.decompress_pieces([twice], { wbits: 47 }))).toString()).toBe('one');
  });

  test('errors, wrong pieces and signals end them', async () => {
    const packed = zlib.compress(sample(random, 100_000));
    const cut = [packed.subarray(0, 50), packed.subarray(50, -1)];
    expect(await failureOf(all(zlib.decompress_pieces(cut)))).toEqual(
      new zlib.error('Error -5 while decompressing data: incomplete or truncated stream'),
    );
    expect(await failureOf(all(zlib.decompress_pieces([])))).toBeInstanceOf(zlib.error);
    for (const size of [10, 20_000]) {
      const noise = Buffer.alloc(size, 1);
      expect(await failureOf(all(zlib.decompress_pieces([noise])))).toEqual(
        new zlib.error('Error -3 while decompressing data: incorrect header check'),
      );
    }
    expect(await failureOf(all(zlib.compress_pieces(['a', 5 as never])))).toEqual(
      new TypeError('compress_pieces: data must be bytes or a string, not number'),
    );
    expect(() => zlib.compress_pieces(5 as never)).toThrow(
      new TypeError('compress_pieces: source must be an iterable of pieces, not number'),
    );
    expect(() => zlib.decompress_pieces([], { wbits: 99 })).toThrow(RangeError);
    const controller = new AbortController();
    const forever = (function* () {
      for (;;) yield new Uint8Array(50_000);
    })();
    const { signal } = controller;
    const endless = failureOf(all(zlib.compress_pieces(forever, { signal })));
    setImmediate(() => controller.abort('enough'));
    expect(await endless).toBe('enough');
  });

  test('a loop that is left closes its source', async () => {
    let isClosed = false;
    const source = (function* () {
      try {
        for (;;) yield sample(random, 30_000);
      } finally {
        isClosed = true;
      }
    })();
    for await (const piece of zlib.compress_pieces(source)) if (piece.length > 0) break;
    expect(isClosed).toBe(true);
  });
});

describe('streams', () => {
  test('go through each other, and through those of the host', async () => {
    const data = sample(random, 300_000);
    const source = (): ReadableStream<Uint8Array> =>
      Readable.toWeb(Readable.from(pieces(random, data))) as ReadableStream<Uint8Array>;
    const through = source()
      .pipeThrough(zlib.compress_stream({ wbits: 31, level: 9 }))
      .pipeThrough(zlib.decompress_stream({ wbits: 31 }));
    expect(isSame(await all(through), data)).toBe(true);
    const packed = await all(source().pipeThrough(zlib.compress_stream({ wbits: 31 })));
    expect(isSame(gunzipSync(packed), data)).toBe(true);
  });

  test('pieces are steps of pipelines of Node', async () => {
    const data = sample(random, 300_000);
    const got: Buffer[] = [];
    const sink = new Writable({
      write: (piece: Buffer, _, done) => {
        got.push(piece);
        done();
      },
    });
    await pipeline(
      Readable.from(pieces(random, data)),
      (source: AsyncIterable<Uint8Array>) => zlib.compress_pieces(source, { wbits: 31 }),
      createGunzip(),
      sink,
    );
    expect(isSame(Buffer.concat(got), data)).toBe(true);
  });

  test('errors come out of them', async () => {
    const source = new Blob([Buffer.from('no stream')]).stream();
    const through = source.pipeThrough(zlib.decompress_stream());
    expect(await failureOf(all(through))).toEqual(
      new zlib.error('Error -3 while decompressing data: incorrect header check'),
    );
    expect(() => zlib.compress_stream({ level: 10 })).toThrow(
      'compress_stream: level must be an integer from -1 to 9, not 10',
    );
  });
});
