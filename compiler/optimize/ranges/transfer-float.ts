// Facts of operands → fact of the result, for f64 ops. Correct rounding is monotone, so that the bounds of a result
// are the rounded results on the bounds; sums, differences and products of integers are integers also where they are
// rounded. `sqrt` and the arithmetic ops round correctly, the C library's functions need not: they give ANY.
import type { OpName } from '../../graph/ops.ts';
import {
  containsZero,
  floats,
  hasNumbers,
  integers,
  isEmpty,
  isSafe,
  MAX_SAFE,
  mayBeNegative,
  mayBePositive,
  ONLY_NAN,
  type Fact,
} from './interval.ts';

type Transfer1 = (a: Fact) => Fact;
type Transfer2 = (a: Fact, b: Fact) => Fact;

/** A bound that is NaN (Infinity - Infinity, 0 * Infinity) stands for the value given. */
const or = (bound: number, otherwise: number): number => (Number.isNaN(bound) ? otherwise : bound);

const add: Transfer2 = (a, b) =>
  floats(or(a.lo + b.lo, -Infinity), or(a.hi + b.hi, Infinity), {
    integral: a.integral && b.integral,
    nan: (a.hi === Infinity && b.lo === -Infinity) || (a.lo === -Infinity && b.hi === Infinity),
    negZero: a.negZero && b.negZero,
  });

const opposite = (a: Fact, negZero: boolean): Fact => floats(-a.hi, -a.lo, { ...a, negZero });

/** -0 - 0 is -0; the other differences of zeros are +0. */
const sub: Transfer2 = (a, b) => ({
  ...add(a, opposite(b, false)),
  negZero: a.negZero && containsZero(b),
});

function mul(a: Fact, b: Fact): Fact {
  const corners = [a.lo * b.lo, a.lo * b.hi, a.hi * b.lo, a.hi * b.hi].map((x) => or(x, 0));
  const [zeroA, zeroB] = [containsZero(a), containsZero(b)];
  // The product of two fractions may be so small that it is rounded to a zero of the product's sign.
  const underflow = !a.integral && !b.integral;
  const opposed = (mayBeNegative(a) && mayBePositive(b)) || (mayBePositive(a) && mayBeNegative(b));
  return floats(Math.min(...corners), Math.max(...corners), {
    integral: a.integral && b.integral,
    nan: (zeroA && isUnbounded(b)) || (zeroB && isUnbounded(a)),
    negZero:
      (zeroA && (mayBeNegative(b) || (a.negZero && mayBePositive(b)))) ||
      (zeroB && (mayBeNegative(a) || (b.negZero && mayBePositive(a)))) ||
      (underflow && opposed),
  });
}

const isUnbounded = ({ lo, hi }: Fact): boolean => lo === -Infinity || hi === Infinity;

/** x * x: never negative, never -0. */
export function square(a: Fact): Fact {
  const product = mul(a, a);
  const lo = containsZero(a) ? 0 : Math.min(a.lo * a.lo, a.hi * a.hi);
  return floats(lo, product.hi, { integral: a.integral, nan: a.nan });
}

function div(a: Fact, b: Fact): Fact {
  const nan = (containsZero(a) && containsZero(b)) || (isUnbounded(a) && isUnbounded(b));
  if (containsZero(b)) {
    const positive = !mayBeNegative(a) && !mayBeNegative(b);
    return floats(positive ? 0 : -Infinity, Infinity, { nan, negZero: !positive });
  }
  const corners = [a.lo / b.lo, a.lo / b.hi, a.hi / b.lo, a.hi / b.hi].map((x) => or(x, 0));
  // A quotient of integers is 0 only if the dividend is: others are no smaller than 2^-53.
  const negZero =
    a.integral && isSafe(b)
      ? containsZero(a) && ((a.negZero && mayBePositive(b)) || mayBeNegative(b))
      : (mayBeNegative(a) && mayBePositive(b)) || (mayBePositive(a) && mayBeNegative(b));
  return floats(Math.min(...corners), Math.max(...corners), { nan, negZero });
}

/** C's fmod: exact, smaller than the divisor, no greater than the dividend, with its sign. */
function rem(a: Fact, b: Fact): Fact {
  const greatest = Math.max(Math.abs(b.lo), Math.abs(b.hi));
  if (greatest === 0) return ONLY_NAN;
  const integral = a.integral && b.integral;
  const bound = integral ? greatest - 1 : greatest;
  return floats(a.lo < 0 ? Math.max(a.lo, -bound) : 0, a.hi > 0 ? Math.min(a.hi, bound) : 0, {
    integral,
    nan: isUnbounded(a) || containsZero(b),
    negZero: mayBeNegative(a),
  });
}

function abs(a: Fact): Fact {
  const lo = containsZero(a) ? 0 : Math.min(Math.abs(a.lo), Math.abs(a.hi));
  return floats(lo, Math.max(Math.abs(a.lo), Math.abs(a.hi)), { integral: a.integral });
}

/** Rounding to an integer; `upwards`: fractions just below 0 become -0. */
const toIntegral =
  (round: (x: number) => number, upwards: boolean): Transfer1 =>
  (a) =>
    floats(round(a.lo), round(a.hi), {
      integral: true,
      negZero: a.negZero || (upwards && !a.integral && a.lo < 0),
    });

const sign: Transfer1 = (a) =>
  floats(Math.sign(a.lo), Math.sign(a.hi), { integral: true, negZero: a.negZero });

const sqrt: Transfer1 = (a) =>
  a.hi < 0
    ? ONLY_NAN
    : floats(Math.sqrt(Math.max(a.lo, 0)), Math.sqrt(a.hi), {
        nan: a.lo < 0,
        negZero: a.negZero,
      });

const min: Transfer2 = (a, b) =>
  floats(Math.min(a.lo, b.lo), Math.min(a.hi, b.hi), {
    integral: a.integral && b.integral,
    negZero: a.negZero || b.negZero,
  });
const max: Transfer2 = (a, b) =>
  floats(Math.max(a.lo, b.lo), Math.max(a.hi, b.hi), {
    integral: a.integral && b.integral,
    negZero: a.negZero || b.negZero,
  });

/** NaN in gives NaN out, no numbers in give no numbers out; `compute` sees numbers only. */
const withNaN1 =
  (compute: Transfer1): Transfer1 =>
  (a) => {
    if (isEmpty(a)) return a;
    if (!hasNumbers(a)) return ONLY_NAN;
    const result = compute(a);
    return a.nan ? { ...result, nan: true } : result;
  };
const withNaN2 =
  (compute: Transfer2): Transfer2 =>
  (a, b) => {
    if (isEmpty(a)) return a;
    if (isEmpty(b)) return b;
    if (!hasNumbers(a) || !hasNumbers(b)) return ONLY_NAN;
    const result = compute(a, b);
    return a.nan || b.nan ? { ...result, nan: true } : result;
  };

export const FLOAT_UNARY: { readonly [K in OpName]?: Transfer1 } = {
  float_neg: withNaN1((a) => opposite(a, containsZero(a))),
  float_abs: withNaN1(abs),
  float_floor: withNaN1(toIntegral(Math.floor, false)),
  float_ceil: withNaN1(toIntegral(Math.ceil, true)),
  float_trunc: withNaN1(toIntegral(Math.trunc, true)),
  float_round: withNaN1(toIntegral(Math.round, true)),
  float_sign: withNaN1(sign),
  float_sqrt: withNaN1(sqrt),
};

export const FLOAT_BINARY: { readonly [K in OpName]?: Transfer2 } = {
  float_add: withNaN2(add),
  float_sub: withNaN2(sub),
  float_mul: withNaN2(mul),
  float_div: withNaN2(div),
  float_rem: withNaN2(rem),
  float_min: withNaN2(min),
  float_max: withNaN2(max),
};

/** An integer as f64: exact, or rounded to an integer that is not safe. */
export const intToFloat: Transfer1 = (a) =>
  a.lo > a.hi || isSafe(a) ? a : floats(bounded(a.lo), bounded(a.hi), { integral: true });

/** Integers are finite: 2^64 bounds them all. */
const bounded = (bound: number): number =>
  Math.abs(bound) === Infinity ? Math.sign(bound) * 2 ** 64 : bound;

export const SAFE_INTEGERS: Fact = { ...integers(-MAX_SAFE, MAX_SAFE), negZero: true };
export const UNIT_INTERVAL: Fact = floats(0, 1);
