// Computes checksums with the compiled modules and holds each one against Node's own implementation in C.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { crc32 as zlibCrc32, deflateSync } from 'node:zlib';
import * as base64 from './base64.ts';
import { adler32, crc32 } from './checksums.ts';
import { sha256 } from './sha256.ts';
import { xxhash64 } from './xxhash64.ts';
import { referenceXxhash64 } from './xxhash64-reference.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const hex = (value: number | bigint, digits: number): string =>
  value.toString(16).padStart(digits, '0');

console.log('Published test vectors');
show("crc32('123456789')", hex(crc32(bytes('123456789')), 8), 'cbf43926');
show("adler32('Wikipedia')", hex(adler32(bytes('Wikipedia')), 8), '11e60398');
show(
  "sha256('abc')",
  Buffer.from(sha256(bytes('abc'))).toString('hex'),
  'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
);
show("base64('foobar')", new TextDecoder().decode(base64.encode(bytes('foobar'))), 'Zm9vYmFy');
show("xxhash64('abc')", hex(xxhash64(bytes('abc')), 16), '44bc2cf5ad770999');
show(
  "xxhash64('xxhash', 20141025n)",
  hex(xxhash64(bytes('xxhash'), 20141025n), 16),
  'b559b98d844e0635',
);

console.log('\nAgainst Node, every length from 0 to 300 bytes, from every alignment');
const noise = Uint8Array.from(
  { length: 308 },
  (_, index) => (index * index * 31 + index * 7) & 255,
);
for (let length = 0; length <= 300; length++) {
  compareAll(noise.subarray(length % 8, (length % 8) + length));
}
console.log('all equal');

console.log('\nAgainst Node, the first bytes of the program file of this process');
compareAll(programFile(process.env.MIXMOD_EXAMPLES === 'small' ? 1e6 : 32e6));
console.log('all equal');

console.log('\nA call that cannot be answered throws');
for (const text of ['Zm9', 'Zm9*']) {
  try {
    base64.decode(bytes(text));
    console.log(`decode('${text}') was accepted`);
  } catch (error) {
    console.log(`decode('${text}'): ${error}`);
  }
}

function show(call: string, result: string, expected: string): void {
  console.log(`${call.padEnd(30)} ${result}`);
  assert.equal(result, expected, call);
}

function compareAll(data: Uint8Array): void {
  assert.equal(crc32(data), zlibCrc32(data), 'crc32');
  const half = data.length >> 1;
  assert.equal(
    crc32(data.subarray(half), crc32(data.subarray(0, half))),
    crc32(data),
    'crc32 in two parts',
  );
  // A zlib stream ends in the Adler-32 of what was compressed.
  assert.equal(
    adler32(data),
    deflateSync(data, { level: 1 }).subarray(-4).readUInt32BE(),
    'adler32',
  );
  assert.deepEqual(Buffer.from(sha256(data)), createHash('sha256').update(data).digest(), 'sha256');
  const encoded = Buffer.from(base64.encode(data));
  assert.equal(
    encoded.compare(Buffer.from(Buffer.from(data).toString('base64'), 'latin1')),
    0,
    'base64',
  );
  assert.equal(Buffer.compare(base64.decode(encoded), data), 0, 'base64, there and back');
  // The reference counts in bigints and is slow.
  const start = data.subarray(0, 200_000);
  assert.equal(xxhash64(start, 7n), referenceXxhash64(start, 7n), 'xxhash64');
}

function programFile(size: number): Uint8Array {
  const data = new Uint8Array(size);
  const file = openSync(process.execPath, 'r');
  const length = readSync(file, data, 0, size, 0);
  closeSync(file);
  return data.subarray(0, length);
}
