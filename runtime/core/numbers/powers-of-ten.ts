// Powers of ten, computed exactly when the core is built.
'use mixmod';
import { f64, type i32, lltype, rffi, u64 } from 'mixmod';

/** The powers with 128 significant bits: 10 ** -342 times 2 ** 64 is below half the least double, 10 ** 324 is needed for its digits. */
export const LEAST_POWER = -342;
const GREATEST_POWER = 324;
const POWERS = GREATEST_POWER - LEAST_POWER + 1;

/**
 * For each power p the upper and the lower word of ceil(10 ** p / 2 ** (floor(log2(10 ** p)) - 127)): what Schubfach needs.
 * It is exact from 10 ** 0 to 10 ** 55. Eisel and Lemire want it rounded down elsewhere: one less, which never borrows.
 */
export const POWERS_OF_TEN = lltype.prebuilt(rffi.CArray(rffi.ULONGLONG), 2 * POWERS, (words) => {
  const word = 1n << 64n;
  for (let p = LEAST_POWER; p <= GREATEST_POWER; p++) {
    const magnitude = 10n ** u64(Math.abs(p));
    // A fraction of 128 bits: (numerator << more) / denominator.
    const [numerator, denominator] = p < 0 ? [1n, magnitude] : [magnitude, 1n];
    const exponent = Math.floor((p * 217706) / 65536) - 127;
    const shifted = exponent < 0 ? numerator << u64(-exponent) : numerator;
    const divisor = exponent < 0 ? denominator : denominator << u64(exponent);
    const rounded = (shifted + divisor - 1n) / divisor;
    if (rounded < word * (word >> 1n) || rounded >= word * word)
      throw new RangeError(`10 ** ${p} does not have 128 bits`);
    if ((p < 0 || p > 55) && rounded % word === 0n)
      throw new RangeError(`one less than 10 ** ${p} borrows`);
    words[2 * (p - LEAST_POWER)] = rounded / word;
    words[2 * (p - LEAST_POWER) + 1] = rounded % word;
  }
});

/** floor(log2(10 ** p)), |p| <= 1233. */
export function floor_log2_of_power_of_ten(p: i32): i32 {
  return (p * 1741647) >> 19;
}

/** 10 ** p for p from 0 to 19: those that a word holds. */
export const TENS = lltype.prebuilt(rffi.CArray(rffi.ULONGLONG), 20, (words) => {
  for (let p = 0; p < 20; p++) words[p] = 10n ** u64(p);
});

/** 10 ** p for p from 0 to 22: those that a double holds. */
export const EXACT_TENS = lltype.prebuilt(rffi.CArray(rffi.DOUBLE), 23, (numbers) => {
  for (let p = 0; p < 23; p++) numbers[p] = f64(10n ** u64(p));
});
