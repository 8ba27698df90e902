// Packs and unpacks megabytes through libz's streams in pieces of many sizes, and holds the results against node:zlib.
import assert from 'node:assert/strict';
import * as node from 'node:zlib';
import {
  adler32,
  adler32Combined,
  closed,
  crc32,
  crc32Combined,
  describe,
  Flush,
  Format,
  gzip,
  pack,
  packInTwoWays,
  packWithDictionary,
  rescued,
  surplus,
  twice,
  unpack,
  unpackWithDictionary,
} from './packing.ts';

const isSmall = process.env.MIXMOD_EXAMPLES === 'small';
const SIZE = isSmall ? 300_000 : 3_000_000;

/** Numbers that are the same each time (Numerical Recipes' generator). */
let seed = 1;
const random = (): number => (seed = (seed * 1664525 + 1013904223) >>> 0) / 2 ** 32;

const make = (byte: (index: number) => number): Uint8Array =>
  Uint8Array.from({ length: SIZE }, (_, i) => byte(i));
const words = 'the quick brown fox jumps over a lazy dog and then sleeps\n'.split(/(?<= )/);
let text = '';
while (text.length < SIZE) text += words[Math.floor(random() ** 2 * words.length)];
const DATA: Readonly<Record<string, Uint8Array>> = {
  text: new TextEncoder().encode(text),
  noise: make(() => random() * 256),
  zeros: make(() => 0),
  ramp: make((i) => i >> 8),
  runs: make((i) => (i % 1000 < 900 ? 7 : random() * 4)),
};
const EMPTY = new Uint8Array(0);

function assertSame(got: Uint8Array, wanted: Uint8Array, what: string): void {
  assert.equal(Buffer.compare(got, wanted), 0, what);
}

const DECODERS = [
  ['raw', Format.Raw, node.inflateRawSync, node.deflateRawSync],
  ['zlib', Format.Zlib, node.inflateSync, node.deflateSync],
  ['gzip', Format.Gzip, node.gunzipSync, node.gzipSync],
] as const;
const FLUSHES = [Flush.None, Flush.Partial, Flush.Sync, Flush.Full, Flush.Block];

for (const [name, data] of Object.entries(DATA)) {
  for (const [format, bits, decode, encode] of DECODERS) {
    for (const flush of FLUSHES) {
      const packed = pack(data, bits, 50_021, flush);
      assertSame(decode(packed), data, `${name}, ${format}, flush ${flush}, unpacked by Node`);
      assertSame(unpack(packed, bits, 4093), data, `${name}, ${format}, flush ${flush}`);
    }
    assertSame(unpack(encode(data), bits, 10_007), data, `${name}, ${format}, packed by Node`);
  }
}
console.log('raw, zlib and gzip, five ways to flush, five kinds of data: as node:zlib has it');

for (let level = -1; level <= 9; level++) {
  const data = DATA.text;
  // The same settings give the same bytes, however the data are cut; but for level 0, whose blocks are what it is given.
  const packed = pack(data, Format.Zlib, 65_536, Flush.None, level);
  if (level !== 0)
    assertSame(
      pack(data, Format.Zlib, 1_000_000, Flush.None, level),
      packed,
      `level ${level}, cut`,
    );
  assertSame(node.inflateSync(packed), data, `level ${level}`);
}
for (let memory = 1; memory <= 9; memory++) {
  const packed = pack(DATA.runs, Format.Zlib, 30_000, Flush.None, 6, memory);
  assertSame(node.inflateSync(packed), DATA.runs, `memory ${memory}`);
}
for (let strategy = 0; strategy <= 4; strategy++) {
  const packed = pack(DATA.runs, Format.Zlib, 30_000, Flush.None, 6, 8, strategy);
  assertSame(node.inflateSync(packed), DATA.runs, `strategy ${strategy}`);
}
assertSame(node.inflateSync(packInTwoWays(DATA.text, 1, 9)), DATA.text, 'levels 1 and 9');
assertSame(node.inflateSync(packInTwoWays(DATA.noise, 9, 0)), DATA.noise, 'levels 9 and 0');
console.log('levels, memory, strategies, and a change of level on the way');

const few = DATA.text.subarray(0, 500);
for (const step of [1, 2, 3, 7, 499, 500, 501]) {
  assertSame(
    unpack(pack(few, Format.Gzip, step, Flush.Sync), Format.Detected, step),
    few,
    `${step}`,
  );
}
assertSame(unpack(pack(EMPTY, Format.Zlib, 1, Flush.None), Format.Detected, 1), EMPTY, 'nothing');
console.log('byte by byte, and nothing at all');

const dictionary = new TextEncoder().encode(words.join(''));
// Deno 2.9 ignores the dictionary of a raw stream.
const hostKnowsRawDictionaries =
  node.deflateRawSync(few, { dictionary }).length < node.deflateRawSync(few).length;
for (const format of [Format.Zlib, Format.Raw]) {
  const packed = packWithDictionary(few, dictionary, format);
  const decode = format === Format.Raw ? node.inflateRawSync : node.inflateSync;
  if (format === Format.Zlib || hostKnowsRawDictionaries)
    assertSame(decode(packed, { dictionary }), few, 'dictionary, unpacked by Node');
  assertSame(unpackWithDictionary(packed, dictionary, format), few, 'dictionary');
  assert(packed.length < pack(few, format, 500, Flush.None, 9).length);
}
console.log('a dictionary makes small data smaller');

const file = gzip(DATA.text, 'naïve.txt', 'a comment', 1_700_000_000);
assertSame(node.gunzipSync(file), DATA.text, 'gzip');
assert.equal(
  describe(file),
  `naïve.txt|a comment|1700000000|255|${file.length}|${DATA.text.length}|${node.crc32(DATA.text)}`,
);
assert.equal(
  describe(node.gzipSync(few)),
  `||0|${node.gzipSync(few)[9]}|${node.gzipSync(few).length}|500|${node.crc32(few)}`,
);
console.log('the header of a gzip file: name, comment and time, there and back');

for (const [name, data] of Object.entries(DATA)) {
  const [first, second] = [data.subarray(0, 12_345), data.subarray(12_345)];
  assert.equal(crc32(data), node.crc32(data), `crc32 of ${name}`);
  assert.equal(crc32(second, crc32(first)), node.crc32(data), `crc32 of ${name} in two calls`);
  assert.equal(crc32Combined(crc32(first), crc32(second), second.length), node.crc32(data));
  assert.equal(adler32(second, adler32(first)), adler32(data));
  assert.equal(adler32Combined(adler32(first), adler32(second), second.length), adler32(data));
  // The last four bytes of zlib's format.
  const packed = node.deflateSync(data);
  assert.equal(
    adler32(data),
    new DataView(packed.buffer, packed.byteOffset).getUint32(packed.length - 4),
  );
}
console.log('crc32 and adler32, in pieces and combined');

const whole = pack(few, Format.Zlib, 500, Flush.None);
assert.equal(surplus(new Uint8Array([...whole, 1, 2, 3])), 3);
assert(twice(few, DATA.noise));
const halves = pack(DATA.text, Format.Raw, SIZE / 2, Flush.Full);
const saved = rescued(halves.subarray(10));
assert(saved !== null);
assertSame(saved, DATA.text.subarray(SIZE / 2), 'the second half');
assert.equal(rescued(DATA.zeros), null);
console.log(
  'what follows a stream, two streams by one object, and a second half without the first',
);

function show(what: string, call: () => unknown): void {
  try {
    call();
    console.log(`${what} was accepted`);
  } catch (error) {
    console.log(`${what}: ${error}`);
  }
}
const damaged = whole.slice();
damaged[damaged.length - 1] ^= 1;
show('a wrong checksum', () => unpack(damaged, Format.Zlib, 100));
show('noise', () => unpack(DATA.noise, Format.Zlib, 100));
show('the first half', () => unpack(whole.subarray(0, whole.length / 2), Format.Zlib, 100));
const withWords = packWithDictionary(few, dictionary, Format.Zlib);
show('no dictionary', () => unpackWithDictionary(withWords, null, Format.Zlib));
show('another dictionary', () => unpackWithDictionary(withWords, few, Format.Zlib));
show('level 10', () => pack(few, Format.Zlib, 100, Flush.None, 10));
show('format 99', () => unpack(few, 99, 100));
show('a NUL in a name', () => gzip(few, 'a\0b', '', 0));
show('a closed stream', closed);
