// Evaluators of the low ops: checks, addresses, memory of every lifetime, ArrayBuffers behind handles.
import { RAISED } from '../../builtins/errors.ts';
import type { Op } from '../graph.ts';
import type { StoredType } from '../ops.ts';
import { wrapInt } from '../ops/values.ts';
import {
  asIndex,
  asNumber,
  asString,
  InterpreterError,
  raise,
  type Evaluator,
  type Held,
  type State,
} from './held.ts';

const at = (address: Held, offset: Held): number => asNumber(address) + asIndex(offset);

function storedOf({ attributes }: Op): StoredType {
  if (!attributes.stored) throw new InterpreterError('a memory access without its stored type');
  return attributes.stored;
}

function asInteger(address: Held, op: Op): Held {
  const type = op.results[0]?.type;
  if (type?.kind !== 'int')
    throw new InterpreterError('an address as something else than an integer');
  return wrapInt(type, BigInt(asNumber(address)));
}

/** Where the code units of constant strings lie, for each environment. */
const constants = new WeakMap<State, Map<string, number>>();

function addressOfText(text: string, state: State): number {
  let known = constants.get(state);
  if (!known) constants.set(state, (known = new Map<string, number>()));
  let address = known.get(text);
  if (address === undefined) known.set(text, (address = writeUnits(text, state)));
  return address;
}

function writeUnits(text: string, { memory }: State): number {
  const address = memory.allocate(text.length * 2, 'a constant string', false);
  if (address === null) return raise(RAISED.outOfMemory);
  for (let i = 0; i < text.length; i++) memory.store(address + i * 2, 'u16', text.charCodeAt(i));
  return address;
}

const CHECKS = {
  check: ([condition, ...numbers], { attributes }) => {
    if (!attributes.error) throw new InterpreterError('check without its error');
    return condition === true ? [] : raise(RAISED[attributes.error], ...numbers);
  },
  check_index: ([index, length]) => {
    const inside = asIndex(index) >= 0 && asIndex(index) < asIndex(length);
    return inside ? [] : raise(RAISED.indexOutOfRange, index, length);
  },
  check_nonzero: ([value]) => (Number(value) === 0 ? raise(RAISED.divisionByZero) : []),
  /** The machine counts the depth of calls itself. */
  check_stack: () => [],
} satisfies Readonly<Record<string, Evaluator>>;

const ADDRESSES = {
  adr_add: ([address, bytes]) => [at(address, bytes)],
  adr_sub: ([a, b]) => [BigInt(asNumber(a) - asNumber(b))],
  adr_eq: ([a, b]) => [a === b],
  adr_to_int: ([address], op) => [asInteger(address, op)],
  int_to_adr: ([value]) => [Number(BigInt.asUintN(64, BigInt(value as bigint)))],
  string_address: ([text], _op, state) => [addressOfText(asString(text), state)],
  prebuilt_ptr: ([text], _op, state) => [addressOfText(asString(text), state)],
} satisfies Readonly<Record<string, Evaluator>>;

const MEMORY = {
  raw_load: ([address, offset], op, { memory }) => [memory.load(at(address, offset), storedOf(op))],
  raw_store: ([address, offset, value], op, { memory }) => {
    memory.store(at(address, offset), storedOf(op), value);
    return [];
  },
  adr_stack: ([size, zero], _op, { memory }) => [
    memory.allocate(asIndex(size), 'a native frame', zero === true) ?? raise(RAISED.outOfMemory),
  ],
  adr_end_stack: ([address], _op, { memory }) => {
    memory.free(asNumber(address));
    return [];
  },
  adr_malloc: ([size, zero], _op, { memory }) => [
    memory.allocate(asIndex(size), 'malloc', zero === true) ?? raise(RAISED.outOfMemory),
  ],
  adr_free: ([address], _op, { memory }) => {
    memory.free(asNumber(address));
    return [];
  },
  raw_memcopy: ([source, target, size], _op, { memory }) => {
    const [from, to, bytes] = [asNumber(source), asNumber(target), asIndex(size)];
    if (bytes > 0 && from < to + bytes && to < from + bytes) {
      throw new InterpreterError('raw_memcopy of overlapping ranges');
    }
    memory.bytes(to, bytes).set(memory.bytes(from, bytes));
    return [];
  },
  raw_memmove: ([source, target, size], _op, { memory }) => {
    const bytes = asIndex(size);
    memory.bytes(asNumber(target), bytes).set(memory.bytes(asNumber(source), bytes));
    return [];
  },
  raw_memset: ([target, byte, size], _op, { memory }) => {
    memory.bytes(asNumber(target), asIndex(size)).fill(asNumber(byte));
    return [];
  },
  raw_memequal: ([a, b, size], _op, { memory }) => {
    const [left, right] = [a, b].map((address) => memory.bytes(asNumber(address), asIndex(size)));
    return [
      left !== undefined && right !== undefined && left.every((byte, i) => byte === right[i]),
    ];
  },
} satisfies Readonly<Record<string, Evaluator>>;

const BUFFERS = {
  buffer_new: ([size], _op, { buffers }) => {
    const bytes = asIndex(size);
    if (bytes < 0 || bytes > 2 ** 30) raise(RAISED.bufferLength, size);
    const { data, handle } = buffers.map(new ArrayBuffer(bytes));
    return [data, handle];
  },
  buffer_data: ([handle], _op, { buffers }) => {
    const { buffer, data } = buffers.ofHandle(asNumber(handle));
    return [data, BigInt(buffer.byteLength)];
  },
  buffer_retain: ([handle, old], _op, { buffers }) => [
    buffers.retain(asNumber(handle), asNumber(old)),
  ],
  buffer_handle: ([reference], _op, { buffers }) => [buffers.handleOf(asNumber(reference))],
} satisfies Readonly<Record<string, Evaluator>>;

export const RAW = { ...CHECKS, ...ADDRESSES, ...MEMORY, ...BUFFERS };
