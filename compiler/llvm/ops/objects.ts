// Objects of the collected heap → calls of the prelude, with the offsets of the layout (`llvm/heap/`).
import type llvm from 'llvm-bindings';
import type { Op } from '../../graph/graph.ts';
import { InternalError } from '../../graph/internal-error.ts';
import { typeName } from '../../program/type-name.ts';
import { type ObjectType, type RtsType } from '../../program/types.ts';
import type { ItemType } from '../heap/object-types.ts';
import { BUILTIN_BYTES, BUILTIN_IDS } from '../heap/descriptors.ts';
import { isTraced, layoutOf, type Slot } from '../heap/layout.ts';
import { simple, type Emitter, type EmittersOf, type OpContext } from './emitter.ts';
import { accessorOf, fromMemory, toMemory } from './memory.ts';
import { operand, resultType } from './operands.ts';

const values = (op: Op, context: OpContext): llvm.Value[] =>
  op.args.map((arg) => context.value(arg));

const word = (context: OpContext, value: number): llvm.Value =>
  context.writer.constants.int(64, value);
const typeId = (context: OpContext, id: number): llvm.Value => context.writer.constants.int(32, id);

export function objectType(type: RtsType): ObjectType {
  if (type.kind !== 'object') throw new InternalError(`${typeName(type)} is no object`);
  return type;
}

/** The prelude's accessor suffix for a low value in an object. */
export const slotAccessor = (type: RtsType): string =>
  isTraced(type) ? 'reference' : accessorOf(type);

/** `mm.<what>.load.<type>`. */
export function load(
  what: 'field' | 'item' | 'capture',
  type: RtsType,
  place: readonly llvm.Value[],
  context: OpContext,
): llvm.Value {
  const value = context.writer.call(`mm.${what}.load.${slotAccessor(type)}`, place);
  return fromMemory(context, value, type.kind === 'boolean');
}

/** `mm.<what>.store.<type>`; storing a reference may have to tell the collector. */
export function store(
  what: 'field' | 'item' | 'capture',
  type: RtsType,
  place: readonly llvm.Value[],
  value: llvm.Value,
  context: OpContext,
): void {
  const held = toMemory(context, value, type.kind === 'boolean');
  const env = isTraced(type) && what !== 'capture' ? [context.env] : [];
  context.writer.call(`mm.${what}.store.${slotAccessor(type)}`, [...env, ...place, held]);
}

// ---- references ----

const plain =
  (name: string): Emitter =>
  (op, context) => [context.writer.call(name, values(op, context))];

const same: Emitter = (op, context) => values(op, context);

const equal: Emitter = simple((builder, a, b) => builder.CreateICmpEQ(a, b));

const isExactly: Emitter = (op, context) => {
  const [reference] = values(op, context);
  const tested = op.attributes.class;
  if (!tested || !reference) throw new InternalError(`${op.name} without its attribute`);
  const type = context.writer.call('mm.type_of', [reference]);
  const id = context.writer.heap.idOf(tested);
  return [context.writer.builder.CreateICmpEQ(type, id)];
};

const is: Emitter = (op, context) => {
  if (!op.attributes.class) throw new InternalError(`${op.name} without its attribute`);
  const { class: type } = op.attributes;
  const [reference] = values(op, context);
  if (!reference) throw new InternalError(`${op.name} without an operand`);
  return [context.writer.heap.test(type, reference)];
};

/** The reference is to an object with one of the built-in descriptors from `first` on. */
const isBuiltin =
  (first: keyof typeof BUILTIN_IDS, count: number): Emitter =>
  (op, context) => [
    context.writer.call('mm.object_is', [
      ...values(op, context),
      typeId(context, BUILTIN_IDS[first]),
      typeId(context, count * BUILTIN_BYTES),
    ]),
  ];

// ---- objects ----

const newObject: Emitter = (op, context) => {
  const type = objectType(resultType(op));
  const size = word(context, layoutOf(type).bytes);
  const id = context.writer.heap.idOf(type);
  return [context.callRaising(context.writer.function('mm.gc_alloc'), [context.env, size, id])];
};

const newWeak: Emitter = (op, context) => [
  context.callRaising(context.writer.function('mm.weak_new'), [
    context.env,
    ...values(op, context),
  ]),
];

const getWeak: Emitter = (op, context) => [
  context.writer.call('mm.weak_get', [context.env, ...values(op, context)]),
];

function fieldSlot(op: Op): Slot {
  const { field = '', part = 0 } = op.attributes;
  const type = objectType(operand(op, 0).type);
  const slot = layoutOf(type).fields.get(field)?.[part];
  if (!slot) throw new InternalError(`no part ${part} of ${type.name}.${field}`);
  return slot;
}

const fieldLoad: Emitter = (op, context) => {
  const { offset } = fieldSlot(op);
  const object = context.value(operand(op, 0));
  return [load('field', resultType(op), [object, word(context, offset)], context)];
};

const fieldStore: Emitter = (op, context) => {
  const { offset } = fieldSlot(op);
  const [object, value] = [context.value(operand(op, 0)), context.value(operand(op, 1))];
  store('field', operand(op, 1).type, [object, word(context, offset)], value, context);
  return [];
};

// ---- arrays ----

function items({ type }: { readonly type: RtsType }, context: OpContext): ItemType {
  if (type.kind !== 'array') throw new InternalError(`${typeName(type)} is no array`);
  return context.writer.heap.itemsOf(type.element);
}

const newArray: Emitter = (op, context) => {
  const { bytes, storage } = items({ type: resultType(op) }, context);
  const [length] = values(op, context);
  if (!length) throw new InternalError(`${op.name} without a length`);
  const args = [context.env, length, word(context, bytes), storage];
  return [context.callRaising(context.writer.function('mm.array.new'), args)];
};

const reserve: Emitter = (op, context) => {
  const { bytes, storage } = items(operand(op, 0), context);
  const args = [context.env, ...values(op, context), word(context, bytes), storage];
  context.callRaising(context.writer.function('mm.array.reserve'), args);
  return [];
};

const shorten: Emitter = (op, context) => {
  const { bytes } = items(operand(op, 0), context);
  context.writer.call('mm.array.shorten', [...values(op, context), word(context, bytes)]);
  return [];
};

const extend: Emitter = (op, context) => {
  context.writer.call('mm.array.set_length', values(op, context));
  return [];
};

const copyItems: Emitter = (op, context) => {
  const { bytes, parts } = items(operand(op, 0), context);
  const traced = parts.some(({ type }) => isTraced(type));
  const name = `mm.items.copy${traced ? '.traced' : ''}`;
  const env = traced ? [context.env] : [];
  context.writer.call(name, [...env, ...values(op, context), word(context, bytes)]);
  return [];
};

/** The part of an item, and what the prelude's accessors take to find it. */
function itemPlace(op: Op, context: OpContext): { type: RtsType; place: readonly llvm.Value[] } {
  const { bytes, parts } = items(operand(op, 0), context);
  const slot = parts[op.attributes.part ?? 0];
  if (!slot) throw new InternalError(`${op.name}: no part ${op.attributes.part}`);
  const [array, index] = [context.value(operand(op, 0)), context.value(operand(op, 1))];
  return {
    type: slot.type,
    place: [array, index, word(context, bytes), word(context, slot.offset)],
  };
}

const itemLoad: Emitter = (op, context) => {
  const { type, place } = itemPlace(op, context);
  return [load('item', type, place, context)];
};

const itemStore: Emitter = (op, context) => {
  const { type, place } = itemPlace(op, context);
  store('item', type, place, context.value(operand(op, 2)), context);
  return [];
};

export const OBJECTS: EmittersOf<
  | 'reference_eq'
  | 'identity_hash'
  | 'weak_new'
  | 'weak_get'
  | 'weak_toggle'
  | 'reference_cast'
  | 'reference_is_null'
  | 'reference_is_undefined'
  | 'reference_is_present'
  | 'object_new'
  | 'object_is'
  | 'object_is_exactly'
  | 'reference_is_string'
  | 'reference_is_array'
  | 'field_load'
  | 'field_store'
  | 'array_new'
  | 'array_len'
  | 'array_set_len'
  | 'array_extend'
  | 'array_reserve'
  | 'items_copy'
  | 'item_load'
  | 'item_store'
> = {
  reference_eq: equal,
  identity_hash: plain('mm.identity_hash'),
  weak_new: newWeak,
  weak_get: getWeak,
  weak_toggle: plain('mm.weak_toggle'),
  reference_cast: same,
  reference_is_null: plain('mm.is_null'),
  reference_is_undefined: plain('mm.is_undefined'),
  reference_is_present: plain('mm.is_present'),
  object_new: newObject,
  object_is: is,
  object_is_exactly: isExactly,
  // string8, string16 and rope follow one another.
  reference_is_string: isBuiltin('string8', 3),
  reference_is_array: isBuiltin('array', 1),
  field_load: fieldLoad,
  field_store: fieldStore,
  array_new: newArray,
  array_len: plain('mm.array.length'),
  array_set_len: shorten,
  array_extend: extend,
  array_reserve: reserve,
  items_copy: copyItems,
  item_load: itemLoad,
  item_store: itemStore,
};
