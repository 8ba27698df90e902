// Expressions of literals only, computed with JavaScript's own arithmetic (docs/language/numbers.md, rule 1).
import type { BinaryOperator } from '../../program/nodes.ts';

type Compute<T> = (a: T, b: T) => T | undefined;

/** Beyond this many bits a bigint literal fits no type; the computation is not worth its time. */
const MAX_BITS = 4096n;

const NUMBERS: { readonly [O in BinaryOperator]: Compute<number> } = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '%': (a, b) => a % b,
  // The C library's result can differ in the last bit from V8's, unless it is a small integer.
  '**': (a, b) =>
    Number.isInteger(a) && b >= 0 && Number.isSafeInteger(a ** b) ? a ** b : undefined,
  '&': (a, b) => a & b,
  '|': (a, b) => a | b,
  '^': (a, b) => a ^ b,
  '<<': (a, b) => a << b,
  '>>': (a, b) => a >> b,
  '>>>': (a, b) => a >>> b,
};

const BIGINTS: { readonly [O in BinaryOperator]: Compute<bigint> } = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => (b === 0n ? undefined : a / b),
  '%': (a, b) => (b === 0n ? undefined : a % b),
  '**': (a, b) => (b < 0n || b > 64n || size(a) * b > MAX_BITS ? undefined : a ** b),
  '&': (a, b) => a & b,
  '|': (a, b) => a | b,
  '^': (a, b) => a ^ b,
  '<<': (a, b) => (b < 0n || b > MAX_BITS ? undefined : a << b),
  '>>': (a, b) => (b < 0n || b > MAX_BITS ? undefined : a >> b),
  '>>>': () => undefined,
};

const size = (value: bigint): bigint => BigInt(value.toString(16).length * 4);

/** undefined where the operation throws, or where its result is not sure to be the same when compiled. */
export function foldLiterals(
  operator: BinaryOperator,
  left: number | bigint,
  right: number | bigint,
): number | bigint | undefined {
  if (typeof left === 'number' && typeof right === 'number') return NUMBERS[operator](left, right);
  if (typeof left === 'bigint' && typeof right === 'bigint') return BIGINTS[operator](left, right);
  return undefined;
}
