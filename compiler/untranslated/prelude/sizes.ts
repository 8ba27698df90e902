// Prelude: isize and usize, 64 bits wide. A value is held as a number where that is exact (a safe integer), else as a
// bigint; `$isize` and `$usize` make this form from an exact integer of either kind, wrapping it. The form is unique,
// so `===` compares, and `<` compares numbers with bigints exactly.
import { RAISED } from '../../builtins/errors.ts';
import { raise } from './raise.ts';

/** A fast way for numbers whose result is a safe integer: beyond, the double may be rounded, but it is never safe. */
const exact = (name: string, operator: string): string => `function $size${name}(a, b) {
  if (typeof a === 'number' && typeof b === 'number') {
    const result = a ${operator} b;
    if (Number.isSafeInteger(result)) return result;
  }
  return BigInt(a) ${operator} BigInt(b);
}`;

const divided = (
  name: string,
  operator: string,
  fast: string,
): string => `function $size${name}(a, b) {
  if (b === 0) ${raise(RAISED.divisionByZero, [], `$size${name}`)}
  return typeof a === 'number' && typeof b === 'number' ? ${fast} : BigInt(a) ${operator} BigInt(b);
}`;

/** A fast way for numbers of 32 bits, where the operator of numbers is exact. */
const bitwise = (name: string, operator: string): string => `function $size${name}(a, b) {
  if ($isInt32(a) && $isInt32(b)) return a ${operator} b;
  return BigInt(a) ${operator} BigInt(b);
}`;

export const SIZES = {
  isize: `function $isize(a) {
  if (typeof a === 'number') return a + 0;
  const wrapped = BigInt.asIntN(64, a);
  const near = Number(wrapped);
  return Number.isSafeInteger(near) ? near : wrapped;
}`,
  usize: `function $usize(a) {
  if (typeof a === 'number' && a >= 0) return a + 0;
  const wrapped = BigInt.asUintN(64, BigInt(a));
  const near = Number(wrapped);
  return Number.isSafeInteger(near) ? near : wrapped;
}`,
  sizeAdd: exact('Add', '+'),
  sizeSubtract: exact('Subtract', '-'),
  sizeMultiply: exact('Multiply', '*'),
  sizeQuotient: divided('Quotient', '/', 'Math.trunc(a / b)'),
  sizeRemainder: divided('Remainder', '%', 'a % b'),
  sizePower: `function $sizePower(a, b) {
  return $widePower(BigInt(a), BigInt(b), $sizePower);
}`,
  isInt32: `function $isInt32(a) {
  return typeof a === 'number' && a === (a | 0);
}`,
  sizeAnd: bitwise('And', '&'),
  sizeOr: bitwise('Or', '|'),
  sizeXor: bitwise('Xor', '^'),
  sizeShiftLeft: `function $sizeShiftLeft(a, b) {
  return BigInt(a) << (BigInt(b) & 63n);
}`,
  sizeShiftRight: `function $sizeShiftRight(a, b) {
  return BigInt(a) >> (BigInt(b) & 63n);
}`,
  sizeShiftRightUnsigned: `function $sizeShiftRightUnsigned(a, b) {
  return BigInt.asUintN(64, BigInt(a)) >> (BigInt(b) & 63n);
}`,
  sizeLow: `function $sizeLow(a) {
  return typeof a === 'number' ? a : Number(BigInt.asIntN(32, a));
}`,
} as const;
