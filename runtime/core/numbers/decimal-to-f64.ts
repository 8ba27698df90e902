// digits * 10 ** exponent → the nearest double, ties to even. D. Lemire, "Number parsing at a gigabyte per second", 2021, after
// M. Eisel; that it never needs a fallback: N. Mushtak and D. Lemire, "Fast number parsing without fallback", 2023.
'use mixmod';
import { type f64, i32, i64, isize, rarithmetic, u64 } from 'mixmod';
import { FRACTION, HIDDEN } from './shortest.ts';
import { LEAST_POWER, POWERS_OF_TEN } from './powers-of-ten.ts';

const GREATEST: i64 = 308n;
const INFINITE: i32 = 2047;
/** All but the 55 bits that decide (53, one for rounding, one because the product may begin with a zero). */
const UNDECIDED: u64 = 0x1ffn;

/** The bits of sign and exponent and fraction. */
const joined = (biased: i32, fraction: u64): f64 =>
  rarithmetic.longlong2float(i64((u64(biased) << 52n) | fraction));

export function decimal_to_f64(digits: u64, exponent: i64): f64 {
  if (digits === 0n || exponent < i64(LEAST_POWER)) return 0;
  if (exponent > GREATEST) return Infinity;
  const leading = rarithmetic.count_leading_zeros(digits);
  const w = digits << leading;
  const row = isize(2n * (exponent - i64(LEAST_POWER)));
  const upper = POWERS_OF_TEN[row];
  let high = rarithmetic.uint_mul_high(w, upper);
  let low = w * upper;
  if ((high & UNDECIDED) === UNDECIDED) {
    // The table rounds up, this needs the rest cut off.
    const lower = POWERS_OF_TEN[row + 1] - u64(exponent < -27n || exponent > 55n);
    const sum = low + rarithmetic.uint_mul_high(w, lower);
    high += u64(sum < low);
    low = sum;
  }
  const top = high >> 63n;
  const log2 = i32(((152170n + 65536n) * exponent) >> 16n) + 63;
  return rounded(high, low, top, log2 + i32(top) - i32(leading) + 1023, exponent);
}

/** The 54 highest bits of the product, rounded to 53, with their exponent. */
function rounded(high: u64, low: u64, top: u64, biased: i32, exponent: i64): f64 {
  const cut = top + 9n;
  let m = high >> cut;
  if (biased <= 0) return subnormal(m, biased);
  // Exactly between two doubles, which only short products are: to even.
  const tie =
    low <= 1n && exponent >= -4n && exponent <= 23n && (m & 3n) === 1n && m << cut === high;
  if (tie) m -= 1n;
  m = (m + (m & 1n)) >> 1n;
  const carried = m === HIDDEN << 1n;
  const power = biased + i32(carried);
  return power >= INFINITE ? Infinity : joined(power, m & FRACTION);
}

function subnormal(bits: u64, biased: i32): f64 {
  if (biased <= -63) return 0;
  let m = bits >> u64(1 - biased);
  m = (m + (m & 1n)) >> 1n;
  // One that rounds up to the least normal number has its exponent by the carry.
  return rarithmetic.longlong2float(i64(m));
}
