// Natural numbers of any size in words of 32 bits: the count of words, then the words, the lowest first and the highest not 0.
'use mixmod';
import { type i32, isize, u32, u64 } from 'mixmod';
import { type Words } from './memory.ts';

/** Words of one number with its count: enough for 4064 bits. The largest that parsing makes has 3800. */
export const BIG_WORDS = 128;
const LOW: u64 = 0xffffffffn;
/** 5 ** 13, the largest power of five in a word. */
const POWER_OF_FIVE: u32 = 1220703125;

export function big_set(big: Words, n: u64): void {
  big[1] = u32(n);
  big[2] = u32(n >> 32n);
  big[0] = n === 0n ? 0 : n > LOW ? 2 : 1;
}

/** big * factor + more */
export function big_multiply_add(big: Words, factor: u32, more: u32): void {
  const count = isize(big[0]);
  let carry = u64(more);
  for (let i: isize = 1; i <= count; i++) {
    carry += u64(big[i]) * u64(factor);
    big[i] = u32(carry);
    carry >>= 32n;
  }
  if (carry === 0n) return;
  big[count + 1] = u32(carry);
  big[0] = u32(count) + 1;
}

/** big * 5 ** exponent */
export function big_multiply_fives(big: Words, exponent: i32): void {
  let rest = exponent;
  for (; rest >= 13; rest -= 13) big_multiply_add(big, POWER_OF_FIVE, 0);
  let factor: u32 = 1;
  for (; rest > 0; rest--) factor *= 5;
  big_multiply_add(big, factor, 0);
}

/** big * 2 ** bits */
export function big_shift_left(big: Words, bits: i32): void {
  const count = isize(big[0]);
  if (count === 0) return;
  const words = isize(bits >> 5);
  const shift = u64(bits & 31);
  // From the top down: each word comes from two lower ones.
  big[count + words + 1] = 0;
  for (let i = count; i >= 1; i--) {
    const moved = u64(big[i]) << shift;
    big[i + words + 1] = big[i + words + 1] | u32(moved >> 32n);
    big[i + words] = u32(moved);
  }
  for (let i: isize = 1; i <= words; i++) big[i] = 0;
  trim(big, count + words + 1);
}

/** floor(big / 2 ** bits) */
export function big_shift_right(big: Words, bits: i32): void {
  const words = isize(bits >> 5);
  const shift = u64(bits & 31);
  const count = isize(big[0]) - words;
  if (count <= 0) {
    big[0] = 0;
    return;
  }
  for (let i: isize = 1; i <= count; i++) {
    const above: u64 = i < count ? u64(big[i + words + 1]) : 0n;
    big[i] = u32(((above << 32n) | u64(big[i + words])) >> shift);
  }
  trim(big, count);
}

/** Without the zeros on top of `count` words. */
function trim(big: Words, count: isize): void {
  let top = count;
  while (top > 0 && big[top] === 0) top--;
  big[0] = u32(top);
}

/** floor(big / divisor); the remainder. */
export function big_divide(big: Words, divisor: u32): u32 {
  const count = isize(big[0]);
  let rest: u64 = 0n;
  for (let i = count; i >= 1; i--) {
    const part = (rest << 32n) | u64(big[i]);
    const quotient = part / u64(divisor);
    big[i] = u32(quotient);
    rest = part - quotient * u64(divisor);
  }
  trim(big, count);
  return u32(rest);
}

/** Negative, 0 or positive as a < b, a = b, a > b. */
export function big_compare(a: Words, b: Words): i32 {
  if (a[0] !== b[0]) return a[0] < b[0] ? -1 : 1;
  for (let i = isize(a[0]); i >= 1; i--) if (a[i] !== b[i]) return a[i] < b[i] ? -1 : 1;
  return 0;
}
