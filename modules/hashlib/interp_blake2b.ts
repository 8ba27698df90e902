'use mixmod';
// BLAKE2b (RFC 7693): blocks into the state of eight words, after which come the length so far (two words) and the two
// flags of the last block.
import { u64 } from 'mixmod';

const IV = new BigUint64Array([
  0x6a09e667f3bcc908n,
  0xbb67ae8584caa73bn,
  0x3c6ef372fe94f82bn,
  0xa54ff53a5f1d36f1n,
  0x510e527fade682d1n,
  0x9b05688c2b3e6c1fn,
  0x1f83d9abfb41bd6bn,
  0x5be0cd19137e2179n,
]);
const SIGMA = new Uint8Array([
  0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11,
  7, 5, 3, 11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4, 7, 9, 3, 1, 13, 12, 11, 14, 2, 6,
  5, 10, 4, 0, 15, 8, 9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13, 2, 12, 6, 10, 0, 11, 8,
  3, 4, 13, 7, 5, 15, 14, 1, 9, 12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11, 13, 11, 7, 14,
  12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10, 6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5, 10,
  2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0,
]);
const V = new BigUint64Array(16);
const M = new BigUint64Array(16);

function rotr(x: u64, n: u64): u64 {
  return (x >> n) | (x << (64n - n));
}

function mix(a: number, b: number, c: number, d: number, x: u64, y: u64): void {
  V[a] = V[a] + V[b] + x;
  V[d] = rotr(V[d] ^ V[a], 32n);
  V[c] = V[c] + V[d];
  V[b] = rotr(V[b] ^ V[c], 24n);
  V[a] = V[a] + V[b] + y;
  V[d] = rotr(V[d] ^ V[a], 16n);
  V[c] = V[c] + V[d];
  V[b] = rotr(V[b] ^ V[c], 63n);
}

function block(h: BigUint64Array, data: Uint8Array, from: number): void {
  const view = new DataView(data.buffer, data.byteOffset + from, 128);
  for (let i = 0; i < 16; i++) M[i] = view.getBigUint64(8 * i, true);
  for (let i = 0; i < 8; i++) {
    V[i] = h[i];
    V[i + 8] = IV[i];
  }
  for (let i = 0; i < 4; i++) V[12 + i] ^= h[8 + i];
  for (let round = 0; round < 12; round++) {
    const at = 16 * (round % 10);
    for (let i = 0; i < 4; i++)
      mix(i, 4 + i, 8 + i, 12 + i, M[SIGMA[at + 2 * i]], M[SIGMA[at + 2 * i + 1]]);
    for (let i = 0; i < 4; i++)
      mix(
        i,
        4 + ((i + 1) & 3),
        8 + ((i + 2) & 3),
        12 + ((i + 3) & 3),
        M[SIGMA[at + 8 + 2 * i]],
        M[SIGMA[at + 9 + 2 * i]],
      );
  }
  for (let i = 0; i < 8; i++) h[i] ^= V[i] ^ V[i + 8];
}

/** `count` blocks of 128 bytes, the first at `from`; of the last one only `size` bytes are the message's. */
export function blake2b_blocks(
  h: BigUint64Array,
  data: Uint8Array,
  from: number,
  count: number,
  size: number,
): void {
  for (let i = 0; i < count; i++) {
    const more = i + 1 < count ? 128 : size;
    h[8] += u64(more);
    if (h[8] < u64(more)) h[9] += 1n;

    block(h, data, from + 128 * i);
  }
}
