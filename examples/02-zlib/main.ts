// Compresses with libz itself, called from the compiled module, and holds the results against node:zlib.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { crc32 as zlibCrc32, deflateSync, inflateSync } from 'node:zlib';
import { crc32, deflate, inflate } from './zlib.ts';

// A text to pack: this file, many times over, numbered.
const source = readFileSync(new URL(import.meta.url), 'utf8');
const copies = process.env.MIXMOD_EXAMPLES === 'small' ? 100 : 10_000;
const text = Array.from({ length: copies }, (_, index) => `${index}\n${source}`).join('');
const data = new TextEncoder().encode(text);

for (let level = 0; level <= 9; level++) {
  const compressed = deflate(data, level);
  assert.equal(
    Buffer.compare(inflateSync(compressed), data),
    0,
    `level ${level}, unpacked by Node`,
  );
  assert.equal(
    Buffer.compare(inflate(compressed, data.length), data),
    0,
    `level ${level}, there and back`,
  );
}
console.log('levels 0 to 9: node:zlib unpacks what deflate packed, and so does inflate');

assert.equal(Buffer.compare(inflate(deflateSync(data), data.length), data), 0, "Node's stream");
console.log('inflate unpacks what node:zlib packed');

assert.equal(crc32(data), zlibCrc32(data));
console.log('crc32 is that of node:zlib');

assert.equal(inflate(deflate(new Uint8Array(0)), 0).length, 0);
console.log('nothing, packed and unpacked, is nothing');

const damaged = deflate(data);
damaged[damaged.length - 1]++; // the last byte is of the checksum
const cases: readonly (readonly [what: string, call: () => Uint8Array])[] = [
  ['damaged data', () => inflate(damaged, data.length)],
  ['a limit that is too small', () => inflate(deflate(data), 1000)],
  ['a stream without its end', () => inflate(deflate(data).subarray(0, 50), data.length)],
  ['level 10', () => deflate(data, 10)],
  ['level NaN', () => deflate(data, NaN)],
];
for (const [what, call] of cases) {
  try {
    call();
    console.log(`${what} was accepted`);
  } catch (error) {
    console.log(`${what}: ${error}`);
  }
}
