// Elements of typed arrays and DataViews: how each kind lies in memory, and the conversions of ECMA-262 table 71
// between it and the number (or bigint) that the program sees.
import { constant } from '../graph/constants.ts';
import type { Value } from '../graph/graph.ts';
import type { StoredType } from '../graph/ops.ts';
import { F32, F64, INT_TYPES, type ElementName, type RtsType } from '../program/types.ts';
import type { LowEmitter } from './emitter.ts';

interface ElementRow {
  readonly bytes: 1 | 2 | 4 | 8;
  /** The type that memory holds. */
  readonly type: RtsType;
  /** The type that the program sees. */
  readonly seen: RtsType;
  readonly stored: StoredType;
  /** From memory's type to the program's. */
  readonly widen: (low: LowEmitter, value: Value) => Value;
  /** From the program's type to memory's, as a store does it. */
  readonly narrow: (low: LowEmitter, value: Value) => Value;
}

const same = (_low: LowEmitter, value: Value): Value => value;
const fromInteger = (low: LowEmitter, value: Value): Value =>
  low.value('int_to_float', [value], F64);

/** Stored modulo 2 to its width (ECMA-262 7.1.6 to 7.1.11). */
const integer = (name: 'i8' | 'u8' | 'i16' | 'u16' | 'i32' | 'u32'): ElementRow => {
  const type = INT_TYPES[name];
  const narrow = (low: LowEmitter, value: Value): Value => low.value('float_to_int', [value], type);
  const bytes = (type.bits / 8) as 1 | 2 | 4;
  return { bytes, type, seen: F64, stored: name, widen: fromInteger, narrow };
};

const bigint = (name: 'i64' | 'u64'): ElementRow => {
  const type = INT_TYPES[name];
  return { bytes: 8, type, seen: type, stored: name, widen: same, narrow: same };
};

/** Adding and taking away 2^52 leaves no bits for a fraction: rounds to nearest, ties to even, from 0 to 2^52. */
const ROUNDING = constant(F64, 2 ** 52);

/** ECMA-262 7.1.12 ToUint8Clamp; NaN fails the first comparison and becomes 0. */
function clamp(low: LowEmitter, value: Value): Value {
  const [zero, most] = [constant(F64, 0), constant(F64, 255)];
  const positive = low.value('select', [low.value('float_gt', [value, zero]), value, zero]);
  const clamped = low.value('select', [low.value('float_lt', [positive, most]), positive, most]);
  const shifted = low.value('float_add', [clamped, ROUNDING]);
  const rounded = low.value('float_sub', [shifted, ROUNDING]);
  return low.value('float_to_int_exact', [rounded], INT_TYPES.u8);
}

export const ELEMENTS: { readonly [E in ElementName]: ElementRow } = {
  i8: integer('i8'),
  u8: integer('u8'),
  u8c: { ...integer('u8'), narrow: clamp },
  i16: integer('i16'),
  u16: integer('u16'),
  i32: integer('i32'),
  u32: integer('u32'),
  f32: {
    bytes: 4,
    type: F32,
    seen: F64,
    stored: 'f32',
    widen: (low, value) => low.value('float_cast', [value], F64),
    narrow: (low, value) => low.value('float_cast', [value], F32),
  },
  f64: { bytes: 8, type: F64, seen: F64, stored: 'f64', widen: same, narrow: same },
  i64: bigint('i64'),
  u64: bigint('u64'),
};

export const loadElement = (
  low: LowEmitter,
  element: ElementName,
  data: Value,
  offset: Value,
): Value => {
  const { type, stored, widen } = ELEMENTS[element];
  return widen(low, low.value('raw_load', [data, offset], type, { stored }));
};
