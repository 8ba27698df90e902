'use mixmod';
// XXH64, the 64-bit xxHash, in RTypeScript: 64-bit words are `u64`, which wraps, and is a bigint for JavaScript.
import { u64 } from 'mixmod';

const P1: u64 = 0x9e3779b185ebca87n;
const P2: u64 = 0xc2b2ae3d27d4eb4fn;
const P3: u64 = 0x165667b19e3779f9n;
const P4: u64 = 0x85ebca77c2b2ae63n;
const P5: u64 = 0x27d4eb2f165667c5n;

function rotateLeft(x: u64, n: u64): u64 {
  return (x << n) | (x >> (64n - n));
}

function round(accumulator: u64, lane: u64): u64 {
  return rotateLeft(accumulator + lane * P2, 31n) * P1;
}

function mergeRound(hash: u64, accumulator: u64): u64 {
  return (hash ^ round(0n, accumulator)) * P1 + P4;
}

function avalanche(hash: u64): u64 {
  let h = hash;
  h = (h ^ (h >> 33n)) * P2;
  h = (h ^ (h >> 29n)) * P3;
  return h ^ (h >> 32n);
}

/** XXH64 of `data` with `seed`. */
export function xxhash64(data: Uint8Array, seed: u64 = 0n): u64 {
  const view = new DataView(data.buffer, data.byteOffset, data.length);
  const length = data.length;
  let at = 0;
  let hash: u64 = seed + P5;
  if (length >= 32) {
    let v1: u64 = seed + P1 + P2;
    let v2: u64 = seed + P2;
    let v3: u64 = seed;
    let v4: u64 = seed - P1;
    for (; at + 32 <= length; at += 32) {
      v1 = round(v1, view.getBigUint64(at, true));
      v2 = round(v2, view.getBigUint64(at + 8, true));
      v3 = round(v3, view.getBigUint64(at + 16, true));
      v4 = round(v4, view.getBigUint64(at + 24, true));
    }
    hash = rotateLeft(v1, 1n) + rotateLeft(v2, 7n) + rotateLeft(v3, 12n) + rotateLeft(v4, 18n);
    hash = mergeRound(mergeRound(mergeRound(mergeRound(hash, v1), v2), v3), v4);
  }
  hash += u64(length);
  for (; at + 8 <= length; at += 8) {
    hash = rotateLeft(hash ^ round(0n, view.getBigUint64(at, true)), 27n) * P1 + P4;
  }
  if (at + 4 <= length) {
    hash = rotateLeft(hash ^ (u64(view.getUint32(at, true)) * P1), 23n) * P2 + P3;
    at += 4;
  }
  for (; at < length; at++) hash = rotateLeft(hash ^ (u64(data[at]) * P5), 11n) * P1;
  return avalanche(hash);
}
