// A seed → the words that the generator is seeded with, as CPython's version 2 makes them.
import { createHash, randomBytes } from 'node:crypto';
import { kindOf } from './app_arguments.ts';

/** Nothing and null: from the operating system. */
export type Seed = number | bigint | string | Uint8Array | null | undefined;

export function seedKey(seed: Seed): Uint32Array {
  if (seed === undefined || seed === null) return systemKey();
  if (typeof seed === 'bigint') return integerKey(seed);
  if (typeof seed === 'number')
    return integerKey(Number.isSafeInteger(seed) ? BigInt(seed) : floatHash(seed));
  if (typeof seed === 'string') return bytesKey(utf8(seed));
  if (seed instanceof Uint8Array) return bytesKey(seed);
  throw new TypeError(
    `seed: seed must be a number, bigint, string or Uint8Array, not ${kindOf(seed)}`,
  );
}

function systemKey(): Uint32Array {
  const bytes = randomBytes(4 * 624);
  return Uint32Array.from({ length: 624 }, (_, i) => bytes.readUInt32LE(4 * i));
}

function utf8(text: string): Uint8Array {
  // An unpaired surrogate has no bytes; CPython cannot encode it either.
  if (/\p{Surrogate}/u.test(text)) throw new RangeError('seed: seed has an unpaired surrogate');
  return new TextEncoder().encode(text);
}

/** One integer, big end first, of the bytes and their SHA-512. */
function bytesKey(bytes: Uint8Array): Uint32Array {
  const hash = createHash('sha512').update(bytes).digest('hex');
  const own = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');
  return integerKey(BigInt(`0x${own}${hash}`));
}

/** Without its sign, small end first. */
function integerKey(value: bigint): Uint32Array {
  const digits = (value < 0n ? -value : value).toString(16);
  const words = Math.ceil(digits.length / 8);
  return Uint32Array.from({ length: words }, (_, i) => {
    const end = digits.length - 8 * i;
    return Number.parseInt(digits.slice(Math.max(0, end - 8), end), 16);
  });
}

const MODULUS = (1n << 61n) - 1n;
const INFINITY_HASH = 314159n;

/** CPython's `hash` of a float, as the unsigned number of 64 bits that seeds: the value modulo 2**61 - 1. */
function floatHash(value: number): bigint {
  if (Number.isNaN(value)) throw new RangeError('seed: seed must not be NaN');
  const size = Number.isFinite(value) ? residue(Math.abs(value)) : INFINITY_HASH;
  const hash = value < 0 ? -size : size;
  return BigInt.asUintN(64, hash === -1n ? -2n : hash);
}

function residue(value: number): bigint {
  let halvings = 0;
  let whole = value;
  for (; !Number.isInteger(whole); whole *= 2) halvings++;
  // 2**61 is 1, so that dividing by 2 is multiplying by 2**60.
  return (BigInt(whole) * (1n << BigInt((60 * halvings) % 61))) % MODULUS;
}
