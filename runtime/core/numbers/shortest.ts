// A double → the shortest decimal digits that read back as it, the closest to it among those (ECMA-262 6.1.6.1.20, step 5 and
// its note 2). Schubfach: R. Giulietti, "The Schubfach way to render doubles", 2021; names follow the paper.
'use mixmod';
import { i32, isize, rarithmetic, u64 } from 'mixmod';
import { decimal_to_chars } from './decimal-text.ts';
import { type Chars } from './memory.ts';
import { floor_log2_of_power_of_ten, LEAST_POWER, POWERS_OF_TEN } from './powers-of-ten.ts';

export const FRACTION: u64 = 0xfffffffffffffn;
export const HIDDEN: u64 = 0x10000000000000n;

/** g * cp / 2 ** 128, its lowest bit set if any bit below it is: enough to compare it with integers and halves exactly. */
function round_to_odd(g1: u64, g0: u64, cp: u64): u64 {
  const below = rarithmetic.uint_mul_high(g0, cp);
  const low = g1 * cp;
  const middle = low + below;
  const high = rarithmetic.uint_mul_high(g1, cp) + u64(middle < low);
  return high | u64(middle > 1n);
}

/** Of a positive finite number by its bits. At least 31 bytes; how many. */
export function shortest_to_chars(bits: u64, out: Chars): isize {
  const fraction = bits & FRACTION;
  const biased = i32(bits >> 52n);
  const c = biased === 0 ? fraction : fraction | HIDDEN;
  const q: i32 = (biased === 0 ? 1 : biased) - 1075;
  // The number is c * 2 ** q. Above a power of two, neighbours are twice as far as below.
  const closer = fraction === 0n && biased > 1;
  // floor(log10(2 ** q)), or of 3/4 of that: the interval of numbers that read as this one holds a multiple of 10 ** k.
  const k: i32 = (q * 1262611 - (closer ? 524031 : 0)) >> 22;
  const h = u64(q + floor_log2_of_power_of_ten(-k) + 1);
  const row = isize(2 * (-k - LEAST_POWER));
  const g1 = POWERS_OF_TEN[row];
  const g0 = POWERS_OF_TEN[row + 1];
  // Four times the number, and the ends of its interval, in units of 10 ** k. The ends belong to it if c is even.
  const odd = c & 1n;
  const cb = c << 2n;
  const vb = round_to_odd(g1, g0, cb << h);
  const lower = round_to_odd(g1, g0, (cb - 2n + u64(closer)) << h) + odd;
  const upper = round_to_odd(g1, g0, (cb + 2n) << h) - odd;
  const s = vb >> 2n;
  // A digit less, if exactly one of the two multiples of 10 ** (k + 1) around is inside.
  if (s >= 10n) {
    const sp = s / 10n;
    const down = lower <= 40n * sp;
    const up = 40n * sp + 40n <= upper;
    if (down !== up) return decimal_to_chars(sp + u64(up), k + 1, out);
  }
  const down = lower <= 4n * s;
  const up = 4n * s + 4n <= upper;
  if (down !== up) return decimal_to_chars(s + u64(up), k, out);
  // Both or none: the closer one, of two the even one.
  const middle = 4n * s + 2n;
  const rounds = vb > middle || (vb === middle && (s & 1n) === 1n);
  return decimal_to_chars(s + u64(rounds), k, out);
}
