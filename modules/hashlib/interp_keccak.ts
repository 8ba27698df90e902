'use mixmod';
// Keccak-f[1600] (FIPS 202) for SHA-3 and SHAKE: blocks in, and blocks out. Lane (x, y) is word x + 5 y.
import type { u64 } from 'mixmod';

const ROUNDS = new BigUint64Array([
  0x0000000000000001n,
  0x0000000000008082n,
  0x800000000000808an,
  0x8000000080008000n,
  0x000000000000808bn,
  0x0000000080000001n,
  0x8000000080008081n,
  0x8000000000008009n,
  0x000000000000008an,
  0x0000000000000088n,
  0x0000000080008009n,
  0x000000008000000an,
  0x000000008000808bn,
  0x800000000000008bn,
  0x8000000000008089n,
  0x8000000000008003n,
  0x8000000000008002n,
  0x8000000000000080n,
  0x000000000000800an,
  0x800000008000000an,
  0x8000000080008081n,
  0x8000000000008080n,
  0x0000000080000001n,
  0x8000000080008008n,
]);
/** Where pi puts each lane, and how far rho turns it. */
const PLACES = new Uint8Array([
  0, 10, 20, 5, 15, 16, 1, 11, 21, 6, 7, 17, 2, 12, 22, 23, 8, 18, 3, 13, 14, 24, 9, 19, 4,
]);
const TURNS = new BigUint64Array([
  0n,
  1n,
  62n,
  28n,
  27n,
  36n,
  44n,
  6n,
  55n,
  20n,
  3n,
  10n,
  43n,
  25n,
  39n,
  41n,
  45n,
  15n,
  21n,
  8n,
  18n,
  2n,
  61n,
  56n,
  14n,
]);
const B = new BigUint64Array(25);
const C = new BigUint64Array(5);

function rotl(x: u64, n: u64): u64 {
  return (x << n) | (x >> ((64n - n) & 63n));
}

/** The permutation. */
export function keccak(a: BigUint64Array): void {
  for (let round = 0; round < 24; round++) {
    for (let x = 0; x < 5; x++) C[x] = a[x] ^ a[x + 5] ^ a[x + 10] ^ a[x + 15] ^ a[x + 20];
    for (let x = 0; x < 5; x++) {
      const d = C[(x + 4) % 5] ^ rotl(C[(x + 1) % 5], 1n);
      for (let at = x; at < 25; at += 5) B[PLACES[at]] = rotl(a[at] ^ d, TURNS[at]);
    }
    for (let y = 0; y < 25; y += 5)
      for (let x = 0; x < 5; x++)
        a[y + x] = B[y + x] ^ (~B[y + ((x + 1) % 5)] & B[y + ((x + 2) % 5)]);
    a[0] ^= ROUNDS[round];
  }
}

/** `count` blocks of `rate` bytes, the first at `from`. */
export function keccak_absorb(
  a: BigUint64Array,
  data: Uint8Array,
  from: number,
  count: number,
  rate: number,
): void {
  for (let i = 0; i < count; i++) {
    const view = new DataView(data.buffer, data.byteOffset + from + rate * i, rate);
    for (let word = 0; 8 * word < rate; word++) a[word] ^= view.getBigUint64(8 * word, true);
    keccak(a);
  }
}
