// Typed arrays: construction, elements and views. (data, length, ArrayBuffer); what copies stands in
// `typed-array-copy.ts`.
import { REST } from '../builtins/builtins.ts';
import { isizeConstant } from '../graph/constants.ts';
import type { Value } from '../graph/graph.ts';
import { InternalError } from '../graph/internal-error.ts';
import { ADDRESS, INT_TYPES, type RtsType, type TypedArrayType } from '../program/types.ts';
import { isBetweenZeroAnd, LONGEST, isUpTo, moved, subtract, times, ZERO } from './arithmetic.ts';
import type { LowEmitter } from './emitter.ts';
import { ELEMENTS, loadElement } from './element.ts';
import type { Expander, View } from './operands.ts';
import { clampRange } from './ranges.ts';

export function typedArray(type: RtsType): TypedArrayType {
  if (type.kind !== 'typedarray') throw new InternalError(`${type.kind} is no typed array`);
  return type;
}

/** A new zeroed ArrayBuffer of `count * bytes` bytes, as the low values of a view on all of it. */
export function newBuffer(low: LowEmitter, count: Value, bytes: number): readonly Value[] {
  const results = low.results('buffer_new', [times(low, count, bytes)], [ADDRESS, ADDRESS]);
  const [data, buffer] = results;
  if (!data || !buffer) throw new InternalError('buffer_new has two results');
  return [data, count, buffer];
}

const create: Expander = (low, operands) => {
  const { elementBytes } = typedArray(operands.resultType);
  const length = operands.scalar(0);
  const most = isizeConstant(Math.floor(LONGEST / elementBytes));
  low.check(isUpTo(low, length, most), 'typedArrayLength', length);
  return newBuffer(low, length, elementBytes);
};

/** ECMA-262 23.2.5.1.3. The default length, the constant REST, means the rest of the buffer. */
const onBuffer: Expander = (low, operands) => {
  const { elementBytes } = typedArray(operands.resultType);
  const { data, length: available, buffer } = operands.view(0);
  const [offset, length] = [operands.scalar(1), operands.scalar(2)];
  low.check(isUpTo(low, offset, isizeConstant(LONGEST)), 'bufferOffset', offset);
  low.check(isMultiple(low, offset, elementBytes), 'bufferAlignment');
  const start = moved(low, data, offset);
  const rest = subtract(low, available, offset);
  if (length.kind === 'constant' && length.value === REST) {
    low.check(isMultiple(low, available, elementBytes), 'bufferLengthAlignment');
    low.check(low.value('int_ge', [rest, ZERO]), 'bufferOffset', offset);
    return [start, dividedBy(low, rest, elementBytes), buffer];
  }
  low.check(
    isBetweenZeroAnd(low, length, dividedBy(low, rest, elementBytes)),
    'typedArrayLength',
    length,
  );
  return [start, length, buffer];
};

const isMultiple = (low: LowEmitter, value: Value, of: number): Value => {
  const remainder = low.value('int_and', [value, isizeConstant(of - 1)]);
  return low.value('int_eq', [remainder, ZERO]);
};

/** Rounded down, so that a negative rest of less than one element does not pass for none. */
const dividedBy = (low: LowEmitter, value: Value, by: number): Value =>
  by === 1 ? value : low.value('int_shr', [value, isizeConstant(Math.log2(by))]);

const get: Expander = (low, operands) => {
  const { element, elementBytes } = typedArray(operands.type(0));
  const { data, length } = operands.view(0);
  const index = operands.scalar(1);
  low.effect('check_index', [index, length]);
  return [loadElement(low, element, data, times(low, index, elementBytes))];
};

const set: Expander = (low, operands) => {
  const { element, elementBytes } = typedArray(operands.type(0));
  const { data, length } = operands.view(0);
  const index = operands.scalar(1);
  low.effect('check_index', [index, length]);
  const { narrow, stored } = ELEMENTS[element];
  const value = narrow(low, operands.scalar(2));
  low.effect('raw_store', [data, times(low, index, elementBytes), value], { stored });
  return [];
};

const subarray: Expander = (low, operands) => {
  const { elementBytes } = typedArray(operands.type(0));
  const { data, length, buffer } = operands.view(0);
  const { begin, count } = clampRange(low, operands.scalar(1), operands.scalar(2), length);
  return [moved(low, data, times(low, begin, elementBytes)), count, buffer];
};

/** Data and byteLength of the ArrayBuffer behind a view. */
function bufferOf(low: LowEmitter, { buffer }: View): readonly Value[] {
  return [...low.results('buffer_data', [buffer], [ADDRESS, INT_TYPES.isize]), buffer];
}

export const TYPED_ARRAY = {
  typedarray_new: create,
  typedarray_from_buffer: onBuffer,
  typedarray_len: (_low, operands) => [operands.view(0).length],
  typedarray_get: get,
  typedarray_set: set,
  typedarray_subarray: subarray,
  typedarray_buffer: (low, operands) => bufferOf(low, operands.view(0)),
  typedarray_data: (_low, operands) => [operands.view(0).data],
  typedarray_byte_offset: (low, operands) => {
    const [start = operands.view(0).data] = bufferOf(low, operands.view(0));
    return [low.value('adr_sub', [operands.view(0).data, start])];
  },
} as const satisfies { readonly [name: string]: Expander };
