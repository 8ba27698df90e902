// The objects against CPython's: the same calls give the same bytes, properties and errors.
import { describe, expect, test } from 'vitest';
import { Random } from '../../../dist/modules/random/index.js';
import * as zlib from '../../../dist/modules/zlib/index.js';
import {
  base64,
  pythonTraces,
  type Call,
  type Options,
  type Script,
  type Trace,
} from './python.ts';
import { damaged, pieces, sample } from './samples.ts';
import { trace } from './trace.ts';

const random = new Random(20261129);
const WBITS = [9, 13, 15, 25, 31, -9, -15];
const MODES = [
  zlib.Z_NO_FLUSH,
  zlib.Z_PARTIAL_FLUSH,
  zlib.Z_SYNC_FLUSH,
  zlib.Z_FULL_FLUSH,
  zlib.Z_BLOCK,
];

const dictionaries = (): Options =>
  random.random() < 0.3 ? { zdict: sample(random, random.choice([0, 1, 500, 40_000])) } : {};

interface Compression {
  readonly data: Uint8Array;
  readonly wbits: number;
  readonly dictionary: Options;
  readonly script: Script;
}

/** Data in pieces; between them flushes of all modes, and copies that go on. */
function compression(): Compression {
  const wbits = random.choice(WBITS);
  const data = sample(random, random.choice([0, 10, 5000, 80_000]));
  const dictionary = wbits > 15 ? {} : dictionaries();
  const options = {
    level: random.randint(-1, 9),
    wbits,
    memLevel: random.randint(1, 9),
    strategy: random.randint(0, 4),
    ...dictionary,
  };
  const calls = pieces(random, data).flatMap((piece): Call[] => {
    const between: Call[] = [];
    if (random.random() < 0.2) between.push(['flush', random.choice(MODES)]);
    if (random.random() < 0.1) between.push(['copy']);
    return [['compress', piece], ...between];
  });
  return {
    data,
    wbits,
    dictionary,
    script: { make: 'compressobj', options, calls: [...calls, ['flush']] },
  };
}

const COMPRESSIONS = Array.from({ length: 150 }, compression);

const outputs = (script: Script): readonly Uint8Array[] =>
  trace(script).map((entry) => Buffer.from(entry[0] ?? '', 'base64'));

describe('compressobj', () => {
  test('CPython reads its pieces, and gives what has been flushed', () => {
    const scripts = COMPRESSIONS.map(({ script, wbits, dictionary }): Script => ({
      make: 'decompressobj',
      options: { wbits, ...dictionary },
      calls: outputs(script).map((output): Call => ['decompress', output]),
    }));
    pythonTraces(scripts).forEach((entries, i) => {
      const { data, script } = COMPRESSIONS[i] as Compression;
      const read = entries.map((entry) => Buffer.from(entry[0] ?? '', 'base64'));
      expect(Buffer.compare(Buffer.concat(read), data), JSON.stringify(script.options)).toBe(0);
      expect(entries.at(-1)?.slice(1)).toEqual(['', '', true]);
      let given = 0;
      let taken = 0;
      let output = 0;
      for (const [method, argument] of script.calls) {
        if (method === 'compress') given += (argument as Uint8Array).length;
        if (method !== 'copy') taken += read[output++]?.length ?? 0;
        const isWhole = argument === zlib.Z_SYNC_FLUSH || argument === zlib.Z_FULL_FLUSH;
        if (method === 'flush' && isWhole) expect(taken).toBe(given);
      }
    });
  });

  test('a copy and its original go on apart', () => {
    const object = zlib.compressobj({ level: 9 });
    const start = [object.compress('one '.repeat(5000)), object.flush(zlib.Z_SYNC_FLUSH)];
    const copy = object.copy();
    const first = [...start, object.compress('two'), object.flush()];
    const second = [...start, copy.compress('three'), copy.flush()];
    const read = (parts: Uint8Array[]): string =>
      Buffer.from(zlib.decompress(Buffer.concat(parts)))
        .toString()
        .slice(19_990);
    expect([read(first), read(second)]).toEqual(['e one one two', 'e one one three']);
  });

  test('nothing is compressed after the end, and nothing copied', () => {
    const object = zlib.compressobj();
    object.flush();
    expect(() => object.compress('more')).toThrow(
      new zlib.error('Error -2 while compressing data: inconsistent stream state'),
    );
    expect(() => object.flush()).toThrow(
      new zlib.error('Error -2 while flushing: inconsistent stream state'),
    );
    expect(() => object.copy()).toThrow(zlib.error);
  });
});

/** Pieces of a stream that CPython or we have compressed, damaged or whole, with limits, flushes and copies. */
function decompression({ script, wbits, dictionary }: Compression): Script {
  const whole = Buffer.concat(outputs(script));
  const tail = random.random() < 0.3 ? sample(random, 20) : new Uint8Array(0);
  // Some of zlib's descendants find data from before a smaller window.
  const isFullWindow = [15, 31, -15].includes(wbits);
  const data = Buffer.concat([
    isFullWindow && random.random() < 0.5 ? damaged(random, whole) : whole,
    tail,
  ]);
  const calls = pieces(random, data).flatMap((piece): Call[] => {
    const some: Call[] = [['decompress', piece]];
    if (random.random() < 0.05) some.push(['copy']);
    return some;
  });
  const otherWbits = random.random() < 0.1 ? random.choice([15, 31, 47, -15]) : wbits;
  const given = random.random() < 0.9 ? dictionary : dictionaries();
  return { make: 'decompressobj', options: { wbits: otherWbits, ...given }, calls };
}

/** All of a stream at once, of which a part is asked for, and the rest in the end. */
function limited({ script, wbits, dictionary }: Compression): Script {
  const data = Buffer.concat([...outputs(script), sample(random, random.choice([0, 5]))]);
  const most = random.choice([1, 100, 16_384, 20_000, 100_000]);
  const last: Call =
    random.random() < 0.5 ? ['flush'] : ['flush', random.choice([1, 100, 100_000])];
  return {
    make: 'decompressobj',
    options: { wbits, ...dictionary },
    calls: [['decompress', data, most], last],
  };
}

/** CPython leaves in `unconsumed_tail` what is in `unused_data`, if there was something in it before. */
const withoutTailAtEnd = (entries: Trace): Trace =>
  entries.map((entry) =>
    entry.length === 4 && entry[3] === true ? [entry[0], '', entry[2], true] : entry,
  );

describe('decompressobj', () => {
  test('gives what CPython gives, piece by piece', () => {
    const scripts = COMPRESSIONS.map(decompression);
    expect(scripts.map(trace)).toEqual(pythonTraces(scripts));
  });

  test('gives what CPython gives, up to limits', () => {
    const scripts = COMPRESSIONS.map(limited);
    expect(scripts.map(trace)).toEqual(pythonTraces(scripts).map(withoutTailAtEnd));
  });

  test('unconsumed_tail is where to go on', () => {
    const data = sample(random, 100_000);
    const object = zlib.decompressobj();
    const read: Uint8Array[] = [];
    let rest = zlib.compress(data);
    while (!object.eof) {
      const part = object.decompress(rest, 1000);
      expect(part.length).toBeLessThanOrEqual(1000);
      read.push(part);
      rest = object.unconsumed_tail;
    }
    expect(Buffer.compare(Buffer.concat(read), data)).toBe(0);
  });

  test('a stream with a dictionary needs that one', () => {
    const zdict = Buffer.from('a dictionary of likely words');
    const object = zlib.compressobj({ zdict });
    const packed = Buffer.concat([object.compress('likely words'), object.flush()]);
    const scripts = [{}, { zdict: Buffer.from('another') }, { zdict }].map((options): Script => ({
      make: 'decompressobj',
      options,
      calls: [['decompress', packed]],
    }));
    const traces = scripts.map(trace);
    expect(traces).toEqual(pythonTraces(scripts));
    expect(traces[2]?.[0]?.[0]).toBe(base64(Buffer.from('likely words')));
  });

  test('what comes after the end is kept', () => {
    const object = zlib.decompressobj();
    object.decompress(Buffer.concat([zlib.compress('data'), Buffer.from('be')]));
    expect(object.decompress(Buffer.from('hind'))).toEqual(new Uint8Array(0));
    expect([object.eof, Buffer.from(object.unused_data).toString()]).toEqual([true, 'behind']);
    expect(object.copy().unused_data).toEqual(object.unused_data);
  });
});

test('objects give their memory back with `using`, and are of no use afterwards', () => {
  const compressor = zlib.compressobj();
  const decompressor = zlib.decompressobj();
  {
    using first = compressor;
    using second = decompressor;
    first.compress('text');
    second.decompress(zlib.compress('text').subarray(0, 3));
  }
  const STATE = 'inconsistent stream state';
  expect(() => compressor.compress('text')).toThrow(`Error -2 while compressing data: ${STATE}`);
  expect(() => decompressor.decompress(new Uint8Array(1))).toThrow(
    `Error -2 while decompressing data: ${STATE}`,
  );
  expect(() => decompressor.copy()).toThrow(zlib.error);
  compressor[Symbol.dispose]();
});
