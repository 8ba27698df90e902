// The relative `begin` and `end` arguments of slice, subarray, fill and copyWithin.
import type { Constant, Value } from '../graph/graph.ts';
import { add, larger, LONGEST, smaller, subtract, ZERO } from './arithmetic.ts';
import type { LowEmitter } from './emitter.ts';

/** ECMA-262's relative index: a negative one counts from the end; the result lies from 0 to `length`. */
export function clampRelative(low: LowEmitter, index: Value, length: Value): Value {
  if (index.kind === 'constant') return clampConstant(low, index, length);
  const fromEnd = larger(low, add(low, index, length), ZERO);
  const fromStart = smaller(low, index, length);
  return low.value('select', [low.value('int_lt', [index, ZERO]), fromEnd, fromStart]);
}

/** Most calls leave `begin` and `end` out: their defaults need no op at all. */
function clampConstant(low: LowEmitter, index: Constant, length: Value): Value {
  const value = Number(index.value);
  if (value === 0) return ZERO;
  if (value < 0) return larger(low, add(low, index, length), ZERO);
  return value >= LONGEST ? length : smaller(low, index, length);
}

export interface Range {
  readonly begin: Value;
  readonly count: Value;
}

/** `[begin, end)` clamped to `length`; empty where the end comes first. */
export function clampRange(low: LowEmitter, begin: Value, end: Value, length: Value): Range {
  const from = clampRelative(low, begin, length);
  const to = clampRelative(low, end, length);
  const count = subtract(low, to, from);
  return { begin: from, count: from === ZERO ? to : larger(low, count, ZERO) };
}
