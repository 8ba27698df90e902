// lltype's pointers: fields, items and allocation as loads and stores at offsets that the layout gives.
import { constant, isizeConstant } from '../graph/constants.ts';
import type { Value } from '../graph/graph.ts';
import { InternalError } from '../graph/internal-error.ts';
import type { StoredType } from '../graph/ops.ts';
import { representation } from '../graph/representation.ts';
import { typeName } from '../program/type-name.ts';
import { ADDRESS, BOOLEAN, INT_TYPES, type RtsType } from '../program/types.ts';
import { allocationSize, offsetOf, sizeOf, variablePart } from '../../runtime/lltype/layout.ts';
import type { Container } from '../../runtime/lltype/types.ts';
import { add, isUpTo, larger, LONGEST, moved, times } from './arithmetic.ts';
import type { LowEmitter } from './emitter.ts';
import type { Expander, Operands } from './operands.ts';

/** How a variable of this type lies in C memory. */
function storedType(type: RtsType): StoredType {
  if (type.kind === 'int' || type.kind === 'float') return type.name;
  if (type.kind === 'boolean') return 'bool';
  if (type.kind === 'ptr') return 'address';
  throw new InternalError(`${typeName(type)} cannot lie in raw memory`);
}

function load(low: LowEmitter, address: Value, offset: Value, type: RtsType): readonly Value[] {
  const stored = storedType(type);
  return representation(type).map((part) =>
    low.value('raw_load', [address, offset], part, { stored }),
  );
}

function container(operands: Operands): Container {
  const type = operands.type(0);
  if (type.kind !== 'ptr') throw new InternalError(`${operands.op.name} of ${typeName(type)}`);
  return type.to;
}

// ---- allocation ----

const malloc: Expander = (low, operands) => {
  const { container: allocated, zero = false } = operands.op.attributes;
  if (!allocated) throw new InternalError('raw_malloc without a container');
  const part = variablePart(allocated);
  // C's malloc may give NULL for 0 bytes, which would look like exhausted memory.
  const least = isizeConstant(Math.max(allocationSize(allocated, 0), 1));
  const zeroed = constant(BOOLEAN, zero);
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

// ---- fields ----

function fieldOffset(operands: Operands): Value {
  const struct = container(operands);
  const { field } = operands.op.attributes;
  if (struct.kind !== 'struct' || field === undefined) {
    throw new InternalError(`${operands.op.name} of ${struct.kind}`);
  }
  return isizeConstant(offsetOf(struct, field));
}

const setField: Expander = (low, operands) => {
  const stored = storedType(operands.type(1));
  low.effect('raw_store', [operands.scalar(0), fieldOffset(operands), operands.scalar(1)], {
    stored,
  });
  return [];
};

// ---- items ----

interface Items {
  readonly itemsOffset: number;
  readonly itemSize: number;
  readonly lengthOffset: number | null;
  /** Known when the module is built. */
  readonly count: number | null;
}

/** A pointer to anything but an array counts as one to the first of several in a row, as in C. */
function itemsOf(operands: Operands): Items {
  const type = container(operands);
  if (type.kind === 'fixed-array')
    return { itemsOffset: 0, itemSize: sizeOf(type.item), lengthOffset: null, count: type.count };
  const part = type.kind === 'array' ? variablePart(type) : null;
  return part
    ? { ...part, count: null }
    : { itemsOffset: 0, itemSize: sizeOf(type), lengthOffset: null, count: null };
}

function itemOffset(low: LowEmitter, operands: Operands, { itemsOffset, itemSize }: Items): Value {
  return add(low, times(low, operands.scalar(1), itemSize), isizeConstant(itemsOffset));
}

/** The offset of the item, checked where the array knows its length. */
function checkedOffset(low: LowEmitter, operands: Operands): Value {
  const items = itemsOf(operands);
  const index = operands.scalar(1);
  const length = arrayLength(low, operands.scalar(0), items);
  if (length && !isInside(index, length)) low.effect('check_index', [index, length]);
  return itemOffset(low, operands, items);
}

function arrayLength(low: LowEmitter, pointer: Value, items: Items): Value | null {
  if (items.count !== null) return isizeConstant(items.count);
  if (items.lengthOffset === null) return null;
  const [length] = load(low, pointer, isizeConstant(items.lengthOffset), INT_TYPES.isize);
  return length ?? null;
}

/** Known when the module is built: constants cost nothing. */
const isInside = (index: Value, length: Value): boolean =>
  index.kind === 'constant' &&
  length.kind === 'constant' &&
  Number(index.value) >= 0 &&
  Number(index.value) < Number(length.value);

const setItem: Expander = (low, operands) => {
  const offset = checkedOffset(low, operands);
  const stored = storedType(operands.type(2));
  low.effect('raw_store', [operands.scalar(0), offset, operands.scalar(2)], { stored });
  return [];
};

const arraySize: Expander = (low, operands) => {
  const type = container(operands);
  if (type.kind === 'fixed-array') return [isizeConstant(type.count)];
  const offset = variablePart(type)?.lengthOffset ?? null;
  if (offset === null) throw new InternalError('an array without a stored length');
  return load(low, operands.scalar(0), isizeConstant(offset), INT_TYPES.isize);
};

export const RAW_MEMORY = {
  raw_malloc: malloc,
  raw_free: (low, operands) => {
    low.effect('adr_free', [operands.scalar(0)]);
    return [];
  },
  getfield: (low, operands) =>
    load(low, operands.scalar(0), fieldOffset(operands), operands.resultType),
  setfield: setField,
  getarrayitem: (low, operands) =>
    load(low, operands.scalar(0), checkedOffset(low, operands), operands.resultType),
  setarrayitem: setItem,
  getarraysize: arraySize,
  direct_fieldptr: (low, operands) => [moved(low, operands.scalar(0), fieldOffset(operands))],
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
