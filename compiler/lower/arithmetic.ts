// Small sums on isize values that expansions are made of.
import { FALSE, isizeConstant } from '../graph/constants.ts';
import type { Value } from '../graph/graph.ts';
import { BOOLEAN, INT_TYPES } from '../program/types.ts';
import type { LowEmitter } from './emitter.ts';

export const ZERO = isizeConstant(0);

/** ECMA-262 7.1.22 ToIndex: nothing has more elements or bytes. */
export const LONGEST = Number.MAX_SAFE_INTEGER;

export const add = (low: LowEmitter, a: Value, b: Value): Value =>
  isZero(b) ? a : isZero(a) ? b : low.value('int_add', [a, b]);

export const subtract = (low: LowEmitter, a: Value, b: Value): Value =>
  isZero(b) ? a : low.value('int_sub', [a, b]);

/** `a * factor`. */
export const times = (low: LowEmitter, a: Value, factor: number): Value =>
  factor === 1 ? a : low.value('int_mul', [a, isizeConstant(factor)]);

export const smaller = (low: LowEmitter, a: Value, b: Value): Value =>
  low.value('select', [low.value('int_lt', [a, b]), a, b]);

export const larger = (low: LowEmitter, a: Value, b: Value): Value =>
  low.value('select', [low.value('int_gt', [a, b]), a, b]);

/** Both conditions, both evaluated. */
export const both = (low: LowEmitter, a: Value, b: Value): Value =>
  low.value('select', [a, b, FALSE], BOOLEAN);

/** 0 <= a <= limit for a limit that is not negative: one unsigned comparison. */
export const isUpTo = (low: LowEmitter, a: Value, limit: Value): Value =>
  low.value('int_le', [unsigned(low, a), unsigned(low, limit)]);

/** 0 <= a < length for a length that is not negative. */
export const isBelow = (low: LowEmitter, a: Value, length: Value): Value =>
  low.value('int_lt', [unsigned(low, a), unsigned(low, length)]);

/** 0 <= a <= limit for any limit. */
export const isBetweenZeroAnd = (low: LowEmitter, a: Value, limit: Value): Value =>
  both(low, low.value('int_ge', [a, ZERO]), low.value('int_le', [a, limit]));

/** `data` moved by bytes. */
export const moved = (low: LowEmitter, data: Value, bytes: Value): Value =>
  isZero(bytes) ? data : low.value('adr_add', [data, bytes]);

const unsigned = (low: LowEmitter, a: Value): Value => low.value('int_cast', [a], INT_TYPES.usize);

const isZero = (value: Value): boolean => value.kind === 'constant' && value.value === 0n;
