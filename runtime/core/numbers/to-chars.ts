// Number::toString(x, 10) (ECMA-262 6.1.6.1.20), and integers of 64 bits in decimal.
'use mixmod';
import { f64, i64, type isize, rarithmetic, rffi, u64 } from 'mixmod';
import { u64_to_chars } from './decimal-digits.ts';
import { INFINITY, store_eight, type Chars } from './memory.ts';
import { shortest_to_chars } from './shortest.ts';

const MINUS = 0x2d;
/** `NaN`, the first character in the lowest byte. */
const NOT_A_NUMBER: u64 = 0x4e614en;
const SIGN: u64 = 0x8000000000000000n;
const INFINITE: u64 = 0x7ff0000000000000n;
const EXACT_INTEGERS = 9007199254740992;

/** Writes the number into at least 32 bytes of Latin-1; how many. */
export function f64_to_chars(x: f64, out: Chars): isize {
  const magnitude = Math.abs(x);
  if (magnitude < EXACT_INTEGERS) {
    const integer = i64(x);
    if (f64(integer) === x) return i64_to_chars(integer, out);
  }
  const bits = u64(rarithmetic.float2longlong(x));
  if (bits >= SIGN) {
    out[0] = MINUS;
    if (magnitude === magnitude) return 1 + positive_to_chars(bits - SIGN, rffi.ptradd(out, 1));
  }
  return positive_to_chars(bits & ~SIGN, out);
}

function positive_to_chars(bits: u64, out: Chars): isize {
  if (bits < INFINITE) return shortest_to_chars(bits, out);
  return non_finite_to_chars(bits, out);
}

function non_finite_to_chars(bits: u64, out: Chars): isize {
  const infinite = bits === INFINITE;
  store_eight(out, 0, infinite ? INFINITY : NOT_A_NUMBER);
  return infinite ? 8 : 3;
}

/** Decimal digits of n, with a sign, into at least 25 bytes; how many. */
export function i64_to_chars(n: i64, out: Chars): isize {
  if (n >= 0n) return u64_to_chars(u64(n), out);
  out[0] = MINUS;
  return 1 + u64_to_chars(u64(-n), rffi.ptradd(out, 1));
}
