// DataViews: elements of any kind at any byte offset, in either byte order. The target is little-endian.
import { REST } from '../builtins/builtins.ts';
import { isizeConstant } from '../graph/constants.ts';
import type { Value } from '../graph/graph.ts';
import { InternalError } from '../graph/internal-error.ts';
import { INT_TYPES, type IntType } from '../program/types.ts';
import { isBetweenZeroAnd, moved, subtract } from './arithmetic.ts';
import type { LowEmitter } from './emitter.ts';
import { ELEMENTS } from './element.ts';
import type { Expander, Operands, View } from './operands.ts';

/** ECMA-262 25.3.2.1. The default length, the constant REST, means the rest of the buffer. */
const create: Expander = (low, operands) => {
  const { data, length: available, buffer } = operands.view(0);
  const [offset, length] = [operands.scalar(1), operands.scalar(2)];
  low.check(isBetweenZeroAnd(low, offset, available), 'bufferOffset', offset);
  const rest = subtract(low, available, offset);
  const start = moved(low, data, offset);
  if (length.kind === 'constant' && length.value === REST) return [start, rest, buffer];
  low.check(isBetweenZeroAnd(low, length, rest), 'viewLength', length);
  return [start, length, buffer];
};

/** The element that a get or set is about, with the unsigned integer of its width. */
function accessed({ op }: Operands): { row: (typeof ELEMENTS)['f64']; bits: IntType } {
  const { element } = op.attributes;
  if (!element) throw new InternalError(`${op.name} without an element`);
  const row = ELEMENTS[element];
  const bits = { 1: INT_TYPES.u8, 2: INT_TYPES.u16, 4: INT_TYPES.u32, 8: INT_TYPES.u64 }[row.bytes];
  return { row, bits };
}

function checkOffset(low: LowEmitter, { length }: View, offset: Value, bytes: number): void {
  const last = subtract(low, length, isizeConstant(bytes));
  low.check(isBetweenZeroAnd(low, offset, last), 'viewOffset');
}

/** Bytes in memory's order to the machine's, and back. */
const ordered = (low: LowEmitter, bits: Value, type: IntType, littleEndian: Value): Value =>
  type.bits === 8
    ? bits
    : low.value('select', [littleEndian, bits, low.value('int_bswap', [bits])]);

const get: Expander = (low, operands) => {
  const { row, bits } = accessed(operands);
  const view = operands.view(0);
  const [offset, littleEndian] = [operands.scalar(1), operands.scalar(2)];
  checkOffset(low, view, offset, row.bytes);
  const loaded = low.value('raw_load', [view.data, offset], bits, { stored: bits.name as 'u8' });
  const raw = ordered(low, loaded, bits, littleEndian);
  if (row.type === bits) return [row.widen(low, raw)];
  const op = row.type.kind === 'float' ? 'bits_to_float' : 'int_cast';
  return [row.widen(low, low.value(op, [raw], row.type))];
};

const set: Expander = (low, operands) => {
  const { row, bits } = accessed(operands);
  const view = operands.view(0);
  const [offset, littleEndian] = [operands.scalar(1), operands.scalar(3)];
  const value = row.narrow(low, operands.scalar(2));
  checkOffset(low, view, offset, row.bytes);
  const op = row.type.kind === 'float' ? 'float_to_bits' : 'int_cast';
  const raw = row.type === bits ? value : low.value(op, [value], bits);
  const bytes = ordered(low, raw, bits, littleEndian);
  low.effect('raw_store', [view.data, offset, bytes], { stored: bits.name as 'u8' });
  return [];
};

export const DATA_VIEW = {
  dataview_new: create,
  dataview_len: (_low, operands) => [operands.view(0).length],
  dataview_get: get,
  dataview_set: set,
} as const satisfies { readonly [name: string]: Expander };
