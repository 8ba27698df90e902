// lltype's pointers: fields, items and allocation as loads and stores at offsets that the layout gives.
import { constant, isizeConstant } from '../graph/constants.ts';
import type { Value } from '../graph/graph.ts';
import { InternalError } from '../graph/internal-error.ts';
import { typeName } from '../program/type-name.ts';
import { ADDRESS, BOOLEAN, INT_TYPES } from '../program/types.ts';
import {
  allocationSize,
  fieldPlace,
  sizeOf,
  variablePart,
  type FieldPlace,
} from '../../runtime/lltype/layout.ts';
import type { Container, LowLevelType } from '../../runtime/lltype/types.ts';
import { add, isUpTo, larger, LONGEST, moved, times } from './arithmetic.ts';
import type { LowEmitter } from './emitter.ts';
import type { Expander, Operands } from './operands.ts';
import { loadScalar, storeScalar, wholeOf } from './raw-scalars.ts';

function container(operands: Operands): Container {
  const type = operands.type(0);
  if (type.kind !== 'ptr') throw new InternalError(`${operands.op.name} of ${typeName(type)}`);
  return type.to;
}

// ---- allocation ----

const malloc: Expander = (low, operands) => {
  const { container: allocated, zero = false, stack = false } = operands.op.attributes;
  if (!allocated) throw new InternalError('raw_malloc without a container');
  const part = variablePart(allocated);
  // C's malloc may give NULL for 0 bytes, which would look like exhausted memory.
  const least = isizeConstant(Math.max(allocationSize(allocated, 0), 1));
  const zeroed = constant(BOOLEAN, zero);
  if (stack) return [onStack(low, allocated, operands.scalar(0), zeroed)];
  if (!part) return [low.value('adr_malloc', [least, zeroed])];
  const count = operands.scalar(0);
  const most = Math.floor((LONGEST - part.itemsOffset) / part.itemSize);
  low.check(isUpTo(low, count, isizeConstant(most)), 'outOfMemory');
  const items = times(low, count, part.itemSize);
  const bytes = larger(low, add(low, items, isizeConstant(part.itemsOffset)), least);
  const address = low.value('adr_malloc', [bytes, zeroed]);
  if (part.lengthOffset !== null) {
    const offset = isizeConstant(part.lengthOffset);
    low.effect('raw_store', [address, offset, count], { stored: 'isize' });
  }
  return [address];
};

/** The number of items is a constant. */
function onStack(low: LowEmitter, container: Container, count: Value, zeroed: Value): Value {
  const items = count.kind === 'constant' ? Number(count.value) : 0;
  const bytes = isizeConstant(Math.max(allocationSize(container, items), 1));
  const address = low.value('adr_stack', [bytes, zeroed], ADDRESS);
  const offset = variablePart(container)?.lengthOffset ?? null;
  if (offset !== null)
    low.effect('raw_store', [address, isizeConstant(offset), count], { stored: 'isize' });
  return address;
}

// ---- fields ----

function place(operands: Operands): FieldPlace {
  const struct = container(operands);
  const { field } = operands.op.attributes;
  if (struct.kind !== 'struct' || field === undefined) {
    throw new InternalError(`${operands.op.name} of ${struct.kind}`);
  }
  return fieldPlace(struct, field);
}

const getField: Expander = (low, operands) => {
  const at = place(operands);
  const offset = isizeConstant(at.offset);
  return [loadScalar(low, operands.scalar(0), offset, at, operands.resultType)];
};

const setField: Expander = (low, operands) => {
  const at = place(operands);
  storeScalar(low, operands.scalar(0), isizeConstant(at.offset), at, operands.scalar(1));
  return [];
};

// ---- items ----

interface Items {
  readonly item: LowLevelType;
  readonly itemsOffset: number;
  readonly itemSize: number;
  readonly lengthOffset: number | null;
  /** Known when the module is built. */
  readonly count: number | null;
}

/** A pointer to anything but an array counts as one to the first of several in a row, as in C. */
function itemsOf(operands: Operands): Items {
  const type = container(operands);
  if (type.kind === 'fixed-array') {
    const { item, count } = type;
    return { item, itemsOffset: 0, itemSize: sizeOf(item), lengthOffset: null, count };
  }
  const part = type.kind === 'array' ? variablePart(type) : null;
  return part && type.kind === 'array'
    ? { item: type.item, ...part, count: null }
    : { item: type, itemsOffset: 0, itemSize: sizeOf(type), lengthOffset: null, count: null };
}

function itemOffset(low: LowEmitter, operands: Operands, { itemsOffset, itemSize }: Items): Value {
  return add(low, times(low, operands.scalar(1), itemSize), isizeConstant(itemsOffset));
}

/** The offset of the item, checked where the array knows its length. */
function checkedOffset(low: LowEmitter, operands: Operands, items = itemsOf(operands)): Value {
  const index = operands.scalar(1);
  const length = arrayLength(low, operands.scalar(0), items);
  if (length && !isInside(index, length)) low.effect('check_index', [index, length]);
  return itemOffset(low, operands, items);
}

function arrayLength(low: LowEmitter, pointer: Value, items: Items): Value | null {
  if (items.count !== null) return isizeConstant(items.count);
  if (items.lengthOffset === null) return null;
  return loadLength(low, pointer, items.lengthOffset);
}

const loadLength = (low: LowEmitter, pointer: Value, offset: number): Value =>
  low.value('raw_load', [pointer, isizeConstant(offset)], INT_TYPES.isize, { stored: 'isize' });

/** Known when the module is built: constants cost nothing. */
const isInside = (index: Value, length: Value): boolean =>
  index.kind === 'constant' &&
  length.kind === 'constant' &&
  Number(index.value) >= 0 &&
  Number(index.value) < Number(length.value);

const getItem: Expander = (low, operands) => {
  const items = itemsOf(operands);
  const offset = checkedOffset(low, operands, items);
  const held = wholeOf(items.item);
  return [loadScalar(low, operands.scalar(0), offset, held, operands.resultType)];
};

const setItem: Expander = (low, operands) => {
  const items = itemsOf(operands);
  const offset = checkedOffset(low, operands, items);
  storeScalar(low, operands.scalar(0), offset, wholeOf(items.item), operands.scalar(2));
  return [];
};

const arraySize: Expander = (low, operands) => {
  const type = container(operands);
  if (type.kind === 'fixed-array') return [isizeConstant(type.count)];
  const offset = variablePart(type)?.lengthOffset ?? null;
  if (offset === null) throw new InternalError('an array without a stored length');
  return [loadLength(low, operands.scalar(0), offset)];
};

export const RAW_MEMORY = {
  raw_malloc: malloc,
  raw_free: (low, operands) => {
    low.effect('adr_free', [operands.scalar(0)]);
    return [];
  },
  raw_copy: (low, operands) => {
    low.effect('raw_memmove', [operands.scalar(1), operands.scalar(0), operands.scalar(2)]);
    return [];
  },
  raw_fill: (low, operands) => {
    const byte = low.value('int_cast', [operands.scalar(1)], INT_TYPES.u8);
    low.effect('raw_memset', [operands.scalar(0), byte, operands.scalar(2)]);
    return [];
  },
  callback_new: (low, operands) => [
    low.value('callback_new', [operands.scalar(0)], ADDRESS, operands.op.attributes),
  ],
  callback_free: (low, operands) => {
    low.effect('callback_free', [operands.scalar(0)]);
    return [];
  },
  raw_bounded: (_low, operands) => [operands.scalar(0)],
  raw_immortal: () => [],
  raw_end_buffer: () => [],
  raw_end_stack: (low, operands) => {
    low.effect('adr_end_stack', [operands.scalar(0)]);
    return [];
  },
  getfield: getField,
  setfield: setField,
  getarrayitem: getItem,
  setarrayitem: setItem,
  getarraysize: arraySize,
  direct_fieldptr: (low, operands) => [
    moved(low, operands.scalar(0), isizeConstant(place(operands).offset)),
  ],
  direct_itemptr: (low, operands) => [moved(low, operands.scalar(0), checkedOffset(low, operands))],
  cast_pointer: (_low, operands) => operands.parts(0),
  cast_ptr_to_int: (low, operands) => [
    low.value('adr_to_int', [operands.scalar(0)], operands.resultType),
  ],
  cast_int_to_ptr: (low, operands) => [low.value('int_to_adr', [operands.scalar(0)], ADDRESS)],
  prebuilt_ptr: (low, operands) => {
    const [contents] = operands.op.args;
    return contents ? [low.value('string_address', [contents])] : [];
  },
  ptr_eq: (low, operands) => [low.value('adr_eq', [operands.scalar(0), operands.scalar(1)])],
} as const satisfies { readonly [name: string]: Expander };
