// Numbers, booleans and addresses in C memory, also those that fill only some bits of it.
import { intConstant } from '../graph/constants.ts';
import type { Value } from '../graph/graph.ts';
import { InternalError } from '../graph/internal-error.ts';
import type { StoredType } from '../graph/ops.ts';
import { ADDRESS, BOOLEAN, INT_TYPES, type RtsType } from '../program/types.ts';
import type { BitPlace, FieldPlace } from '../../runtime/lltype/layout.ts';
import type { LowLevelType } from '../../runtime/lltype/types.ts';
import type { LowEmitter } from './emitter.ts';

const { u64, i64, u8, u16, u32 } = INT_TYPES;
const UNITS = { 1: u8, 2: u16, 4: u32, 8: u64 } as const;

/** How a value of a low-level type lies in memory. */
export function storedType(type: LowLevelType): StoredType {
  if (type.kind === 'ptr') return 'address';
  if (type.kind === 'primitive' && type.machine !== 'void') return type.machine;
  throw new InternalError(`a ${type.kind} is not read or written as a value`);
}

/** 64-bit integers that are numbers in the language are loaded as such. */
const storedAs = (stored: StoredType, type: RtsType): StoredType =>
  type.kind === 'int' ? type.name : stored;

const lowType = (type: RtsType): RtsType => (type.kind === 'ptr' ? ADDRESS : type);

/** `type`: of the value. */
export function loadScalar(
  low: LowEmitter,
  address: Value,
  offset: Value,
  { type: held, bits }: FieldPlace,
  type: RtsType,
): Value {
  const stored = storedAs(storedType(held), type);
  if (!bits) return low.value('raw_load', [address, offset], lowType(type), { stored });
  const unit = low.value('int_cast', [loadUnit(low, address, offset, bits)], u64);
  const raised = low.value('int_shl', [unit, intConstant(u64, 64 - bits.shift - bits.width)]);
  const count = 64 - bits.width;
  if (type.kind !== 'int') return low.value('int_ne', [raised, intConstant(u64, 0)], BOOLEAN);
  const lowered = type.signed
    ? low.value('int_shr', [low.value('int_cast', [raised], i64), intConstant(i64, count)])
    : low.value('int_ushr', [raised, intConstant(u64, count)]);
  return low.value('int_cast', [lowered], type);
}

export function storeScalar(
  low: LowEmitter,
  address: Value,
  offset: Value,
  { type: held, bits }: FieldPlace,
  value: Value,
): void {
  const stored = storedAs(storedType(held), value.type);
  if (!bits) return low.effect('raw_store', [address, offset, value], { stored });
  const mask = ((1n << BigInt(bits.width)) - 1n) << BigInt(bits.shift);
  const others = low.value('int_and', [
    low.value('int_cast', [loadUnit(low, address, offset, bits)], u64),
    intConstant(u64, BigInt.asUintN(64, ~mask)),
  ]);
  const own = low.value('int_and', [
    low.value('int_shl', [asBits(low, value), intConstant(u64, bits.shift)]),
    intConstant(u64, mask),
  ]);
  const unit = UNITS[bits.unit];
  const whole = low.value('int_cast', [low.value('int_or', [others, own])], unit);
  low.effect('raw_store', [address, offset, whole], { stored: unit.name });
}

function loadUnit(low: LowEmitter, address: Value, offset: Value, { unit }: BitPlace): Value {
  const type = UNITS[unit];
  return low.value('raw_load', [address, offset], type, { stored: type.name });
}

function asBits(low: LowEmitter, value: Value): Value {
  if (value.type !== BOOLEAN) return low.value('int_cast', [value], u64);
  return low.value('select', [value, intConstant(u64, 1), intConstant(u64, 0)], u64);
}

/** A whole value, not a bit-field. */
export const wholeOf = (type: LowLevelType): FieldPlace => ({ offset: 0, type, bits: null });
