// Evaluators of lltype's operations in high graphs, on simulated memory with the C layout.
import {
  allocationSize,
  fieldPlace,
  sizeOf,
  variablePart,
  type BitPlace,
  type FieldPlace,
  type VariablePart,
} from '../../../runtime/lltype/layout.ts';
import type { Container, LowLevelType } from '../../../runtime/lltype/types.ts';
import { RAISED } from '../../builtins/errors.ts';
import type { Op } from '../graph.ts';
import type { StoredType } from '../ops.ts';
import { wrapInt } from '../ops/values.ts';
import {
  asIndex,
  asNumber,
  InterpreterError,
  raise,
  type Evaluator,
  type Held,
  type State,
} from './held.ts';
import type { Memory } from './memory.ts';

function pointed(op: Op): Container {
  const type = op.args[0]?.type;
  if (type?.kind !== 'ptr')
    throw new InterpreterError(`${op.name} of something else than a pointer`);
  return type.to;
}

function storedType(type: LowLevelType): StoredType {
  if (type.kind === 'ptr') return 'address';
  if (type.kind === 'primitive' && type.machine !== 'void') return type.machine;
  throw new InterpreterError(`a ${type.kind} is not read or written as a value`);
}

function field(op: Op): FieldPlace {
  const container = pointed(op);
  if (container.kind !== 'struct') throw new InterpreterError(`a field of ${container.kind}`);
  return fieldPlace(container, op.attributes.field ?? '');
}

const UNITS = { 1: 'u8', 2: 'u16', 4: 'u32', 8: 'u64' } as const;

function loadBits(address: number, { unit, shift, width }: BitPlace, op: Op, memory: Memory): Held {
  const bits = BigInt.asUintN(
    width,
    BigInt(memory.load(address, UNITS[unit]) as bigint) >> BigInt(shift),
  );
  const type = op.results[0]?.type;
  if (type?.kind !== 'int') return bits !== 0n;
  return wrapInt(type, type.signed ? BigInt.asIntN(width, bits) : bits);
}

function storeBits(
  address: number,
  { unit, shift, width }: BitPlace,
  value: Held,
  memory: Memory,
): void {
  const mask = ((1n << BigInt(width)) - 1n) << BigInt(shift);
  const old = BigInt(memory.load(address, UNITS[unit]) as bigint);
  const bits = (BigInt.asUintN(64, BigInt(value as bigint)) << BigInt(shift)) & mask;
  const whole = (old & ~mask) | bits;
  memory.store(address, UNITS[unit], unit === 8 ? whole : Number(whole));
}

/** Items behind a pointer. Anything but an array is stepped by its own size, as C steps `p + n`. */
function items(container: Container): VariablePart & {
  readonly item: LowLevelType;
  /** Where the type says it. */
  readonly count?: number;
} {
  if (container.kind === 'fixed-array') {
    const { item, count } = container;
    return { item, itemsOffset: 0, itemSize: sizeOf(item), lengthOffset: null, count };
  }
  const part = variablePart(container);
  const last = container.kind === 'struct' ? container.fields.at(-1)?.type : container;
  if (part && last?.kind === 'array') return { ...part, item: last.item };
  return { item: container, itemsOffset: 0, itemSize: sizeOf(container), lengthOffset: null };
}

/** Address and type of an item; raises where the array knows its length and has no such item. */
function checkedItem(
  [pointer, index]: readonly Held[],
  op: Op,
  { memory }: State,
): { readonly address: number; readonly item: LowLevelType } {
  const { item, itemsOffset, itemSize, lengthOffset, count } = items(pointed(op));
  const [base, position] = [asNumber(pointer), asIndex(index)];
  const stored = lengthOffset === null ? undefined : memory.load(base + lengthOffset, 'isize');
  const length = count ?? (stored === undefined ? null : asIndex(stored));
  if (length !== null && (position < 0 || position >= length))
    raise(RAISED.indexOutOfRange, index, BigInt(length));
  return { address: base + itemsOffset + position * itemSize, item };
}

export const POINTERS = {
  raw_malloc: ([count], { attributes }, { memory }) => {
    const { container, zero } = attributes;
    if (!container) throw new InterpreterError('raw_malloc without its container');
    const length = asIndex(count);
    const size = length < 0 ? -1 : allocationSize(container, length);
    const address = memory.allocate(size, 'malloc', zero === true);
    if (address === null) return raise(RAISED.outOfMemory);
    const part = variablePart(container);
    if (part && part.lengthOffset !== null)
      memory.store(address + part.lengthOffset, 'isize', count);
    return [address];
  },
  raw_free: ([pointer], _op, { memory }) => {
    memory.free(asNumber(pointer));
    return [];
  },
  raw_copy: ([to, from, size], _op, { memory }) => {
    const bytes = memory.bytes(asNumber(from), asIndex(size)).slice();
    memory.bytes(asNumber(to), asIndex(size)).set(bytes);
    return [];
  },
  raw_fill: ([to, byte, size], _op, { memory }) => {
    memory.bytes(asNumber(to), asIndex(size)).fill(asNumber(byte));
    return [];
  },
  raw_bounded: ([pointer]) => [pointer],
  raw_immortal: () => [],
  raw_end_buffer: () => [],
  raw_end_stack: ([pointer], _op, { memory }) => {
    memory.free(asNumber(pointer));
    return [];
  },
  getfield: ([pointer], op, { memory }) => {
    const { offset, type, bits } = field(op);
    const address = asNumber(pointer) + offset;
    return [bits ? loadBits(address, bits, op, memory) : memory.load(address, storedType(type))];
  },
  setfield: ([pointer, value], op, { memory }) => {
    const { offset, type, bits } = field(op);
    const address = asNumber(pointer) + offset;
    if (bits) storeBits(address, bits, value, memory);
    else memory.store(address, storedType(type), value);
    return [];
  },
  getarrayitem: (args, op, state) => {
    const { address, item } = checkedItem(args, op, state);
    return [state.memory.load(address, storedType(item))];
  },
  setarrayitem: (args, op, state) => {
    const { address, item } = checkedItem(args, op, state);
    state.memory.store(address, storedType(item), args[2]);
    return [];
  },
  getarraysize: ([pointer], op, { memory }) => {
    const { lengthOffset } = items(pointed(op));
    if (lengthOffset === null) throw new InterpreterError('getarraysize without a stored length');
    return [memory.load(asNumber(pointer) + lengthOffset, 'isize')];
  },
  direct_fieldptr: ([pointer], op) => [asNumber(pointer) + field(op).offset],
  direct_itemptr: (args, op, state) => [checkedItem(args, op, state).address],
  cast_pointer: ([pointer]) => [pointer],
  cast_ptr_to_int: ([pointer]) => [BigInt(asNumber(pointer))],
  cast_int_to_ptr: ([value]) => [Number(value)],
  ptr_eq: ([a, b]) => [a === b],
} satisfies Readonly<Record<string, Evaluator>>;
