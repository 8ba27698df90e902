// What is known of a number: the lattice of the range analysis. A fact stands for a set of values; `join` and
// `meet` work on these sets, `widen` makes chains of joins end.
//
// `lo` and `hi` bound every value that is not NaN; where `lo > hi` there is none. A set that holds 0 is always taken
// to hold +0, and `negZero` says that it may hold -0 too: no fact says "-0 and not +0", so replacing -0 by +0
// anywhere never makes a fact wrong (`zero-sign.ts` relies on it). Integers of 64 bits have ±Infinity where a bound
// is outside ±(2^53 - 1).
import { maximum, minimum } from '../../graph/ops/values.ts';
import type { ConstantValue } from '../../program/nodes.ts';
import type { IntType, RtsType } from '../../program/types.ts';

export interface Fact {
  readonly lo: number;
  readonly hi: number;
  /** Every finite value is an integer. */
  readonly integral: boolean;
  readonly nan: boolean;
  readonly negZero: boolean;
}

export const MAX_SAFE = Number.MAX_SAFE_INTEGER;

const fact = (lo: number, hi: number, integral: boolean, nan: boolean, negZero: boolean): Fact => ({
  lo: lo + 0,
  hi: hi + 0,
  integral,
  nan,
  negZero: negZero && lo <= 0 && hi >= 0,
});

/** No value: code that is not reached. */
export const EMPTY: Fact = fact(Infinity, -Infinity, true, false, false);
/** Any float. */
export const ANY: Fact = fact(-Infinity, Infinity, false, true, true);
export const ONLY_NAN: Fact = fact(Infinity, -Infinity, true, true, false);

export const isEmpty = ({ lo, hi, nan }: Fact): boolean => lo > hi && !nan;
/** Holds no number at all, NaN perhaps. */
export const hasNumbers = ({ lo, hi }: Fact): boolean => lo <= hi;
export const containsZero = ({ lo, hi }: Fact): boolean => lo <= 0 && hi >= 0;
/** The sign bit may be set, or may be clear, in a value that is not NaN. */
export const mayBeNegative = ({ lo, negZero }: Fact): boolean => lo < 0 || negZero;
export const mayBePositive = ({ lo, hi }: Fact): boolean => lo <= hi && hi >= 0;
export const isBounded = ({ lo, hi }: Fact): boolean => lo > -Infinity && hi < Infinity;

/** Integers only, none beyond ±(2^53 - 1): f64 arithmetic on them is exact as long as results stay there. -0 may be in. */
export const isSafe = (f: Fact): boolean =>
  f.integral && !f.nan && f.lo >= -MAX_SAFE && f.hi <= MAX_SAFE && f.lo <= f.hi;

export const sameFact = (a: Fact, b: Fact): boolean =>
  a.lo === b.lo &&
  a.hi === b.hi &&
  a.integral === b.integral &&
  a.nan === b.nan &&
  a.negZero === b.negZero;

export const floats = (
  lo: number,
  hi: number,
  flags: { integral?: boolean; nan?: boolean; negZero?: boolean } = {},
): Fact => fact(lo, hi, flags.integral ?? false, flags.nan ?? false, flags.negZero ?? false);

/** Integers of an f64 or of an integer type that surely holds them. */
export const integers = (lo: number, hi: number): Fact => fact(lo, hi, true, false, false);

// ---- integer types ----

const LIMITS = new Map<IntType, { readonly lo: number; readonly hi: number }>();

/** Bounds that are not safe are given up, as they may be rounded. */
const integersUpTo = (lo: number, hi: number): Fact =>
  integers(
    lo < -MAX_SAFE ? -Infinity : Math.min(lo, MAX_SAFE),
    hi > MAX_SAFE ? Infinity : Math.max(hi, -MAX_SAFE),
  );

/** All values of an integer type; ±Infinity for the ends of 64-bit types that are not safe. */
export function allOf(type: IntType): Fact {
  const { lo, hi } = limitsOf(type);
  return integersUpTo(lo, hi);
}

/** The smallest value of the type, and one more than its greatest. */
function limitsOf(type: IntType): { readonly lo: number; readonly hi: number } {
  let limits = LIMITS.get(type);
  if (!limits) {
    limits = { lo: Number(minimum(type)), hi: Number(maximum(type)) };
    LIMITS.set(type, limits);
  }
  return limits;
}

/** True if each value in [lo, hi] is one of the type. Greatest values of 64-bit types are rounded: < there. */
export function fits(type: IntType, lo: number, hi: number): boolean {
  const limits = limitsOf(type);
  return lo >= limits.lo && (type.bits === 64 ? hi < limits.hi : hi <= limits.hi);
}

/** Results of an op that wraps: [lo, hi] where all of it fits, else anything. Bounds may be rounded outside ±2^53. */
export function wrapped(type: IntType, lo: number, hi: number): Fact {
  if (lo > hi) return EMPTY;
  return fits(type, lo, hi) ? integersUpTo(lo, hi) : allOf(type);
}

/** What the type alone says; null for types that are no numbers. */
export function typeFact(type: RtsType): Fact | null {
  if (type.kind === 'int') return allOf(type);
  return type.kind === 'float' ? ANY : null;
}

export function constantFact(value: ConstantValue): Fact | null {
  if (typeof value === 'bigint') return integersUpTo(Number(value), Number(value));
  if (typeof value !== 'number') return null;
  if (Number.isNaN(value)) return ONLY_NAN;
  return fact(value, value, Number.isInteger(value), false, Object.is(value, -0));
}

// ---- the lattice ----

export function join(a: Fact, b: Fact): Fact {
  if (isEmpty(a)) return b;
  if (isEmpty(b)) return a;
  return fact(
    Math.min(a.lo, b.lo),
    Math.max(a.hi, b.hi),
    a.integral && b.integral,
    a.nan || b.nan,
    a.negZero || b.negZero,
  );
}

/** Values in both sets; bounds of integral sets are rounded inwards. */
export function meet(a: Fact, b: Fact): Fact {
  const integral = a.integral || b.integral;
  const lo = Math.max(a.lo, b.lo);
  const hi = Math.min(a.hi, b.hi);
  const nan = a.nan && b.nan;
  const [low, high] = integral ? [Math.ceil(lo), Math.floor(hi)] : [lo, hi];
  if (low > high) return nan ? ONLY_NAN : EMPTY;
  return fact(low, high, integral, nan, a.negZero && b.negZero);
}

/** `f` with its numbers cut to [lo, hi]; NaN stays as it is. */
export const clamp = (f: Fact, lo: number, hi: number): Fact =>
  lo <= f.lo && f.hi <= hi ? f : meet(f, { lo, hi, integral: false, nan: true, negZero: true });

export const withoutNaN = (f: Fact): Fact => (f.nan ? { ...f, nan: false } : f);

/** Bounds that a growing fact may stop at before it loses them. Sorted. */
export type Thresholds = readonly number[];

/** Beyond lengths and what is a little greater, integers are soon no longer exact. */
const LEAPS = [2 ** 48, 2 ** 52];
const LADDER = [
  0,
  1,
  255,
  256,
  65535,
  65536,
  2 ** 31 - 1,
  2 ** 31,
  2 ** 32 - 1,
  ...LEAPS,
  MAX_SAFE,
];
const FAR = [-Infinity, ...LEAPS.map((n) => -n).reverse(), ...LEAPS, Infinity];

export const thresholds = (constants: Iterable<number>): Thresholds =>
  [...new Set([...LADDER, ...LADDER.map((n) => -n), ...constants, -Infinity, Infinity])].sort(
    (a, b) => a - b,
  );

/** An upper bound of both that moves bounds only to the next threshold, or (`far`) in two or three leaps as far as they go. */
export function widen(old: Fact, next: Fact, steps: Thresholds, far: boolean): Fact {
  if (isEmpty(old)) return next;
  const joined = join(old, next);
  const leaps = far ? FAR : steps;
  const down = leaps.findLast((step) => step <= joined.lo) ?? -Infinity;
  const up = leaps.find((step) => step >= joined.hi) ?? Infinity;
  return {
    ...joined,
    lo: joined.lo < old.lo ? down : joined.lo,
    hi: joined.hi > old.hi ? up : joined.hi,
  };
}
