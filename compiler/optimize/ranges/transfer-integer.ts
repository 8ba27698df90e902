// Facts of operands → fact of the result, for integer ops, which wrap: a result that may leave its type is any value
// of the type. Bounds outside ±(2^53 - 1) are ±Infinity and give up at the next op.
import type { OpName } from '../../graph/ops.ts';
import type { IntType } from '../../program/types.ts';
import {
  allOf,
  containsZero,
  EMPTY,
  fits,
  hasNumbers,
  integers,
  isBounded,
  MAX_SAFE,
  meet,
  wrapped,
  type Fact,
} from './interval.ts';

type Transfer1 = (a: Fact, type: IntType) => Fact;
type Transfer2 = (a: Fact, b: Fact, type: IntType) => Fact;

const corners = (
  a: Fact,
  b: Fact,
  type: IntType,
  compute: (x: number, y: number) => number,
): Fact => {
  const all = [compute(a.lo, b.lo), compute(a.lo, b.hi), compute(a.hi, b.lo), compute(a.hi, b.hi)]
    // 0 * Infinity, Infinity / Infinity: the other corners bound what it stands for.
    .map((x) => (Number.isNaN(x) ? 0 : x));
  return wrapped(type, Math.min(...all), Math.max(...all));
};

/** Results of an op that cannot leave its type, with bounds that may be unknown. */
const within = (type: IntType, lo: number, hi: number): Fact => meet(allOf(type), integers(lo, hi));

const add: Transfer2 = (a, b, type) => wrapped(type, a.lo + b.lo, a.hi + b.hi);
const sub: Transfer2 = (a, b, type) => wrapped(type, a.lo - b.hi, a.hi - b.lo);
const mul: Transfer2 = (a, b, type) => corners(a, b, type, (x, y) => x * y);
const neg: Transfer1 = (a, type) => wrapped(type, -a.hi, -a.lo);
const invert: Transfer1 = (a, type) =>
  type.signed ? wrapped(type, -a.hi - 1, -a.lo - 1) : allOf(type);

/** Truncated quotient; only a divisor without 0 is looked at. MIN / -1 wraps, and then does not fit. */
function div(a: Fact, b: Fact, type: IntType): Fact {
  if (containsZero(b)) {
    const ends = { ...b, lo: b.lo === 0 ? 1 : b.lo, hi: b.hi === 0 ? -1 : b.hi };
    if (!hasNumbers(ends)) return EMPTY;
    if (containsZero(ends)) {
      const most = Math.max(Math.abs(a.lo), Math.abs(a.hi));
      return wrapped(type, -most, most);
    }
    return div(a, ends, type);
  }
  const quotients = corners(a, b, type, (x, y) => Math.trunc(x / y));
  // Without -1 among the divisors nothing wraps, and unknown bounds keep their sign.
  if (a.lo < 0 || b.lo < 0) return quotients;
  return within(type, 0, Math.floor(a.hi / b.lo));
}

function rem(a: Fact, b: Fact, type: IntType): Fact {
  const greatest = Math.max(Math.abs(b.lo), Math.abs(b.hi));
  if (greatest === 0) return EMPTY;
  const bound = greatest - 1;
  return within(type, a.lo < 0 ? Math.max(a.lo, -bound) : 0, a.hi > 0 ? Math.min(a.hi, bound) : 0);
}

/** All ones up to the highest bit of `n`. */
const filled = (n: number): number => (n >= 1 ? 2 ** Math.min(53, bitLength(n)) - 1 : 0);
function bitLength(n: number): number {
  let bits = 0;
  while (bits < 53 && 2 ** bits <= n) bits++;
  return bits;
}

function and(a: Fact, b: Fact, type: IntType): Fact {
  if (a.lo >= 0 && b.lo >= 0) return within(type, 0, Math.min(a.hi, b.hi));
  if (a.lo >= 0) return within(type, 0, a.hi);
  if (b.lo >= 0) return within(type, 0, b.hi);
  return isBounded(a) && isBounded(b) ? signed(a, b, type) : allOf(type);
}

function or(a: Fact, b: Fact, type: IntType): Fact {
  if (!isBounded(a) || !isBounded(b)) return allOf(type);
  if (a.lo >= 0 && b.lo >= 0) {
    return wrapped(type, Math.max(a.lo, b.lo), filled(Math.max(a.hi, b.hi)));
  }
  return signed(a, b, type);
}

function xor(a: Fact, b: Fact, type: IntType): Fact {
  if (!isBounded(a) || !isBounded(b)) return allOf(type);
  if (a.lo >= 0 && b.lo >= 0) return wrapped(type, 0, filled(Math.max(a.hi, b.hi)));
  return signed(a, b, type);
}

/** Any bitwise op of two's complement numbers stays within the wider operand's bits. */
function signed(a: Fact, b: Fact, type: IntType): Fact {
  const greatest = filled(Math.max(-a.lo - 1, -b.lo - 1, a.hi, b.hi, 0));
  return greatest >= MAX_SAFE ? allOf(type) : wrapped(type, -greatest - 1, greatest);
}

/** Shift counts [lo, hi] if they are in the type's width, else null. */
const counts = (b: Fact, type: IntType): Fact | null => (b.lo >= 0 && b.hi < type.bits ? b : null);

const shl: Transfer2 = (a, b, type) =>
  counts(b, type) ? corners(a, b, type, (x, n) => x * 2 ** n) : allOf(type);

function shr(a: Fact, b: Fact, type: IntType): Fact {
  const by = counts(b, type) ?? integers(0, type.bits - 1);
  return within(
    type,
    Math.floor(a.lo / 2 ** (a.lo < 0 ? by.lo : by.hi)),
    Math.floor(a.hi / 2 ** (a.hi < 0 ? by.hi : by.lo)),
  );
}

function ushr(a: Fact, b: Fact, type: IntType): Fact {
  if (a.lo >= 0) return shr(a, b, type);
  const by = counts(b, type);
  // Of a negative number the unsigned form: it fits the signed type from a shift by 1 on.
  if (!by || by.lo === 0) return allOf(type);
  const most = 2 ** (type.bits - by.lo) - 1;
  return within(type, 0, most > MAX_SAFE ? Infinity : most);
}

const clz: Transfer1 = (_a, type) => wrapped(type, 0, type.bits);

export const INTEGER_UNARY: { readonly [K in OpName]?: Transfer1 } = {
  int_neg: neg,
  int_invert: invert,
  int_clz: clz,
};

export const INTEGER_BINARY: { readonly [K in OpName]?: Transfer2 } = {
  int_add: add,
  int_sub: sub,
  int_mul: mul,
  int_div: div,
  int_rem: rem,
  int_div_nonzero: div,
  int_rem_nonzero: rem,
  int_and: and,
  int_or: or,
  int_xor: xor,
  int_shl: shl,
  int_shr: shr,
  int_ushr: ushr,
};

/** Values that fit are kept by a cast, others wrap. */
export const cast = (a: Fact, to: IntType): Fact =>
  fits(to, a.lo, a.hi) || !hasNumbers(a) ? a : allOf(to);

/** ToInt32 and its like: truncated, then wrapped; NaN gives 0. */
export function floatToInt(a: Fact, to: IntType): Fact {
  const numbers = hasNumbers(a) ? wrapped(to, Math.trunc(a.lo), Math.trunc(a.hi)) : EMPTY;
  if (!a.nan) return numbers;
  return hasNumbers(numbers)
    ? integers(Math.min(numbers.lo, 0), Math.max(numbers.hi, 0))
    : integers(0, 0);
}
