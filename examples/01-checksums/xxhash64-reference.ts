// XXH64 once more, in plain TypeScript on bigints, word by word from its specification: what xxhash64.ts is held against.

const MASK = (1n << 64n) - 1n;
const PRIMES = [
  11400714785074694791n,
  14029467366897019727n,
  1609587929392839161n,
  9650029242287828579n,
  2870177450012600261n,
] as const;
const [P1, P2, P3, P4, P5] = PRIMES;

const multiply = (a: bigint, b: bigint): bigint => (a * b) & MASK;
const rotate = (value: bigint, count: bigint): bigint =>
  ((value << count) | (value >> (64n - count))) & MASK;

function littleEndian(data: Uint8Array, at: number, count: number): bigint {
  let value = 0n;
  for (let index = count - 1; index >= 0; index--) value = (value << 8n) | BigInt(data[at + index]);
  return value;
}

const step = (accumulator: bigint, lane: bigint): bigint =>
  multiply(rotate((accumulator + multiply(lane, P2)) & MASK, 31n), P1);

export function referenceXxhash64(data: Uint8Array, seed: bigint): bigint {
  let at = 0;
  let hash = (seed + P5) & MASK;
  if (data.length >= 32) {
    const lanes = [seed + P1 + P2, seed + P2, seed, seed - P1].map((lane) => lane & MASK);
    while (data.length - at >= 32) {
      for (let lane = 0; lane < 4; lane++, at += 8)
        lanes[lane] = step(lanes[lane], littleEndian(data, at, 8));
    }
    const [a, b, c, d] = lanes;
    hash = (rotate(a, 1n) + rotate(b, 7n) + rotate(c, 12n) + rotate(d, 18n)) & MASK;
    for (const lane of lanes) hash = (multiply(hash ^ step(0n, lane), P1) + P4) & MASK;
  }
  hash = (hash + BigInt(data.length)) & MASK;
  for (; data.length - at >= 8; at += 8) {
    hash = (multiply(rotate(hash ^ step(0n, littleEndian(data, at, 8)), 27n), P1) + P4) & MASK;
  }
  if (data.length - at >= 4) {
    hash = (multiply(rotate(hash ^ multiply(littleEndian(data, at, 4), P1), 23n), P2) + P3) & MASK;
    at += 4;
  }
  for (; at < data.length; at++) {
    hash = multiply(rotate(hash ^ multiply(BigInt(data[at]), P5), 11n), P1);
  }
  hash = multiply(hash ^ (hash >> 33n), P2);
  hash = multiply(hash ^ (hash >> 29n), P3);
  return hash ^ (hash >> 32n);
}
