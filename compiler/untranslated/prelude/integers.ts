// Prelude: integer operations that JavaScript has no operator for. Integers of up to 32 bits are numbers, 64-bit ones
// bigints; callers wrap the results at their width.
import { RAISED } from '../../builtins/errors.ts';
import { raise } from './raise.ts';

export const INTEGERS = {
  overflows: `function $overflows(value, bits, signed) {
  return (signed ? BigInt.asIntN(bits, value) : BigInt.asUintN(bits, value)) !== value;
}`,
  quotient: `function $quotient(a, b) {
  if (b === 0) ${raise(RAISED.divisionByZero, [], '$quotient')}
  return a / b;
}`,
  remainder: `function $remainder(a, b) {
  if (b === 0) ${raise(RAISED.divisionByZero, [], '$remainder')}
  return a % b;
}`,
  // Exact modulo 2 ** 32, which every narrower width divides.
  power: `function $power(a, b) {
  if (b < 0) ${raise(RAISED.negativeExponent, [], '$power')}
  let result = 1;
  for (; b !== 0; b >>>= 1, a = Math.imul(a, a)) if (b & 1) result = Math.imul(result, a);
  return result;
}`,
  wideQuotient: `function $wideQuotient(a, b) {
  if (b === 0n) ${raise(RAISED.divisionByZero, [], '$wideQuotient')}
  return a / b;
}`,
  wideRemainder: `function $wideRemainder(a, b) {
  if (b === 0n) ${raise(RAISED.divisionByZero, [], '$wideRemainder')}
  return a % b;
}`,
  widePower: `function $widePower(a, b, by = $widePower) {
  if (b < 0n) ${raise(RAISED.negativeExponent, [], 'by')}
  let result = 1n;
  for (; b !== 0n; b >>= 1n, a = BigInt.asUintN(64, a * a)) if (b & 1n) result = BigInt.asUintN(64, result * a);
  return result;
}`,
  truncate: `function $truncate(x) {
  return Number.isFinite(x) ? Math.trunc(x) : 0;
}`,
  // Rounds once: what lies below a double's precision only decides a tie, so it is kept as one sticky bit.
  wideToSingle: `function $wideToSingle(a) {
  const size = a < 0n ? -a : a;
  if (size < 0x20000000000000n) return Math.fround(Number(a));
  const sticky = (size & 0x7ffn) === 0n ? 0n : 1n;
  const result = Math.fround(Number((size >> 11n) | sticky)) * 2048;
  return a < 0n ? -result : result;
}`,
} as const;
