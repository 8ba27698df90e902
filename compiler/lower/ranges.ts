// The relative `begin` and `end` arguments of slice, subarray, fill and copyWithin.
import type { Value } from '../graph/graph.ts';
import { add, larger, smaller, subtract, ZERO } from './arithmetic.ts';
import type { LowEmitter } from './emitter.ts';

/** ECMA-262's relative index: a negative one counts from the end; the result lies from 0 to `length`. */
export function clampRelative(low: LowEmitter, index: Value, length: Value): Value {
  const fromEnd = larger(low, add(low, index, length), ZERO);
  const fromStart = smaller(low, index, length);
  return low.value('select', [low.value('int_lt', [index, ZERO]), fromEnd, fromStart]);
}

export interface Range {
  readonly begin: Value;
  readonly count: Value;
}

/** `[begin, end)` clamped to `length`; empty where the end comes first. */
export function clampRange(low: LowEmitter, begin: Value, end: Value, length: Value): Range {
  const from = clampRelative(low, begin, length);
  const to = clampRelative(low, end, length);
  return { begin: from, count: larger(low, subtract(low, to, from), ZERO) };
}
