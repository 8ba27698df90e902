// Evaluators of objects of the collected heap: JavaScript objects, so that its collector is ours.
import { RAISED } from '../../builtins/errors.ts';
import { BUFFER_BOX, derivesFrom, isReference, type RtsType } from '../../program/types.ts';
import type { Op } from '../graph.ts';
import type { Unit } from '../unit.ts';
import { zeroOf } from '../ops/values.ts';
import { representation, storedRepresentation } from '../representation.ts';
import {
  asArray,
  asClosure,
  asIndex,
  asNumber,
  asObject,
  Closure,
  HeapArray,
  HeapObject,
  InterpreterError,
  raise,
  type Evaluator,
  type Held,
  type State,
} from './held.ts';

const isLow = ({ unit }: State): boolean => unit.level === 'low';
const same: Evaluator = ([value]) => [value];
export const partKey = (field: string, part: number): string => `${field}:${part}`;

/** What fresh memory holds. A nullable of another type begins with its base's zero and the tag `present`. */
function zero(type: RtsType): Held {
  return type.kind === 'nullable' && representation(type).length > 1
    ? zeroOf(type.base)
    : zeroOf(type);
}
const zeros = (type: RtsType, state: State): readonly Held[] =>
  isLow(state) ? storedRepresentation(type).map(zeroOf) : [zero(type)];

function resultType({ results, name }: Op): RtsType {
  const type = results[0]?.type;
  if (!type) throw new InterpreterError(`${name} without a result`);
  return type;
}

const newObject: Evaluator = (_args, op, state) => {
  const type = resultType(op);
  if (type.kind !== 'object') throw new InterpreterError(`object_new of ${type.kind}`);
  const object = new HeapObject(type);
  for (const field of type.fields) {
    zeros(field.type, state).forEach((zero, part) => {
      // A reference, also that of a string, is null.
      const value = isReference(field.type) ? null : zero;
      object.fields.set(isLow(state) ? partKey(field.name, part) : field.name, value);
    });
  }
  return [object];
};

const keyOf = ({ attributes: { field = '', part } }: Op): string =>
  part === undefined ? field : partKey(field, part);

const load: Evaluator = ([object], op) => {
  const { fields } = asObject(object);
  if (!fields.has(keyOf(op))) throw new InterpreterError(`no field ${keyOf(op)}`);
  const value = fields.get(keyOf(op));
  // The zero of a new object, in a field that low graphs hold as another type than it was declared with.
  const { kind } = resultType(op);
  return [kind === 'int' && value === 0 ? zeroOf(resultType(op)) : value];
};

const store: Evaluator = ([object, value], op) => {
  const { fields } = asObject(object);
  if (!fields.has(keyOf(op))) throw new InterpreterError(`no field ${keyOf(op)}`);
  fields.set(keyOf(op), value);
  return [];
};

const elementZeros = (op: Op, state: State): readonly Held[] => {
  const type = op.args[0]?.type;
  if (type?.kind !== 'array') throw new InterpreterError(`${op.name} of no array`);
  return zeros(type.element, state);
};

/** Items that one `part` of an array holds, and an index that is in bounds. */
function place(array: Held, index: Held, part = 0): { items: Held[]; at: number } {
  const items = asArray(array).parts[part];
  const at = asIndex(index);
  if (!items || at < 0 || at >= items.length)
    throw new InterpreterError(`item ${at}, part ${part} of an array`);
  return { items, at };
}

function checkIndex(array: Held, index: Held): void {
  const { length } = asArray(array);
  if (asIndex(index) < 0 || asIndex(index) >= length)
    raise(RAISED.indexOutOfRange, index, BigInt(length));
}

const setLength: Evaluator = ([array, length], op, state) => {
  const fill = elementZeros(op, state);
  asArray(array).parts.forEach((items, part) => {
    const old = items.length;
    items.length = asIndex(length);
    items.fill(fill[part], old);
  });
  return [];
};

function checkedLength(length: Held): number {
  const count = asIndex(length);
  if (count < 0 || count >= 2 ** 32) raise(RAISED.arrayLength, length);
  return count;
}

/** A box holds the handle: buffers have one for their whole life here. */
const boxBuffer: Evaluator = ([handle], _op, { buffers }) => {
  if (handle === 0) return [null, 0];
  const box = new HeapObject(BUFFER_BOX);
  box.fields.set('handle', handle);
  return [box, buffers.ofHandle(asNumber(handle)).data];
};

const openBuffer: Evaluator = ([box], _op, { buffers }) => {
  if (box === null) return [0, 0n, 0];
  const handle = asObject(box).fields.get('handle');
  const { buffer, data } = buffers.ofHandle(asNumber(handle));
  return [data, BigInt(buffer.byteLength), handle];
};

/** What captures nothing is one object of the module. */
const constants = new WeakMap<Unit, Map<string, Closure>>();

const newClosure: Evaluator = (args, { attributes: { callee = '' } }, { unit }) => {
  if (args.length > 0) return [new Closure(callee, args)];
  let closures = constants.get(unit);
  if (!closures) constants.set(unit, (closures = new Map<string, Closure>()));
  let closure = closures.get(callee);
  if (!closure) closures.set(callee, (closure = new Closure(callee, args)));
  return [closure];
};
const hashes = new WeakMap<object, number>();
let hashed = 0;

function identityHash(object: Held): number {
  if (typeof object !== 'object' || object === null)
    throw new InterpreterError('hash of no object');
  const known = hashes.get(object);
  if (known !== undefined) return known;
  hashed = (hashed + 1) % 2 ** 24;
  hashes.set(object, hashed);
  return hashed;
}

export const OBJECTS = {
  buffer_box: boxBuffer,
  buffer_open: openBuffer,
  reference_eq: ([a, b]) => [a === b],
  identity_hash: ([object]) => [identityHash(object)],
  // The target is never found dead here, which ECMA-262 9.10 leaves to implementations.
  weak_new: ([target], op) => {
    const type = resultType(op);
    if (type.kind !== 'object') throw new InterpreterError(`weak_new of ${type.kind}`);
    const object = new HeapObject(type);
    object.fields.set('target', target);
    return [object];
  },
  weak_toggle: () => [false],
  weak_get: ([object]) => [asObject(object).fields.get('target')],
  reference_cast: same,
  reference_is_null: ([value]) => [value === null],
  reference_is_undefined: ([value]) => [value === undefined],
  reference_is_present: ([value]) => [value !== null && value !== undefined],
  object_new: newObject,
  // In a union it may be a string or an array.
  object_is_exactly: ([object], { attributes }) => [
    object instanceof HeapObject && object.type === attributes.class,
  ],
  object_is: ([object], { attributes }) => [
    object instanceof HeapObject &&
      attributes.class !== undefined &&
      derivesFrom(object.type, attributes.class),
  ],
  reference_is_string: ([value]) => [typeof value === 'string'],
  reference_is_array: ([value]) => [value instanceof HeapArray],
  field_get: load,
  field_is_assigned: ([object], { attributes: { field = '' } }) => [
    asObject(object).fields.get(field) !== null,
  ],
  field_set: store,
  field_load: load,
  field_store: store,
  array_new: ([length], op, state) => {
    const type = resultType(op);
    if (type.kind !== 'array') throw new InterpreterError(`array_new of ${type.kind}`);
    const count = checkedLength(length);
    const parts = zeros(type.element, state).map((value) => Array<Held>(count).fill(value));
    return [new HeapArray(parts)];
  },
  array_len: ([array]) => [BigInt(asArray(array).length)],
  array_get: ([array, index]) => {
    checkIndex(array, index);
    const { items, at } = place(array, index);
    return [items[at]];
  },
  array_set: ([array, index, value]) => {
    checkIndex(array, index);
    const { items, at } = place(array, index);
    items[at] = value;
    return [];
  },
  array_push: ([array, value]) => [BigInt(asArray(array).parts[0]?.push(value) ?? 0)],
  array_pop: ([array]) => [asArray(array).parts[0]?.pop()],
  array_filled: ([length, value]) => {
    const count = checkedLength(length);
    return [new HeapArray([Array<Held>(count).fill(value)])];
  },
  array_truncate: ([array, length]) => {
    const { parts, length: old } = asArray(array);
    const count = checkedLength(length);
    if (count > old) raise(RAISED.arrayGrowth, length, BigInt(old));
    for (const items of parts) items.length = count;
    return [];
  },
  array_append: ([array, source]) => {
    const [items, added] = [asArray(array).parts[0], asArray(source).parts[0]?.slice() ?? []];
    for (const item of added) items?.push(item);
    return [];
  },
  array_slice: ([array, begin, end]) => [
    new HeapArray(asArray(array).parts.map((items) => items.slice(asIndex(begin), asIndex(end)))),
  ],
  array_fill: ([array, value, begin, end]) => {
    asArray(array).parts[0]?.fill(value, asIndex(begin), asIndex(end));
    return [];
  },
  array_copy_within: ([array, target, begin, end]) => {
    asArray(array).parts[0]?.copyWithin(asIndex(target), asIndex(begin), asIndex(end));
    return [];
  },
  items_copy: ([target, at, source, from, count]) => {
    const to = asArray(target);
    const [start, first, items] = [asIndex(at), asIndex(from), asIndex(count)];
    if (start < 0 || first < 0 || items < 0) throw new InterpreterError('items_copy of no range');
    asArray(source).parts.forEach((part, i) => {
      const copied = part.slice(first, first + items);
      if (copied.length < items || start + items > to.length)
        throw new InterpreterError('items_copy beyond an array');
      const into = to.parts[i] ?? [];
      copied.forEach((item, k) => (into[start + k] = item));
    });
    return [];
  },
  array_set_len: setLength,
  array_extend: setLength,
  array_reserve: () => [],
  item_load: ([array, index], { attributes }) => {
    const { items, at } = place(array, index, attributes.part);
    return [items[at]];
  },
  item_store: ([array, index, value], { attributes }) => {
    const { items, at } = place(array, index, attributes.part);
    items[at] = value;
    return [];
  },
  closure_new: newClosure,
  closure_get: ([closure], { attributes }) => [asClosure(closure).captured[attributes.index ?? -1]],
  closure_load: ([closure], { attributes }) => [
    asClosure(closure).captured[attributes.index ?? -1],
  ],
} satisfies Readonly<Record<string, Evaluator>>;
