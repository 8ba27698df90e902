// Pointers, untranslated: objects whose properties read and write simulated memory. NULL is `null`. Two pointers of one
// type to one address are one object, so that `===` compares addresses.
import {
  loadAddress,
  loadBits,
  loadPrimitive,
  type Scalar,
  storeAddress,
  storeBits,
  storePrimitive,
} from './access.ts';
import { describeType } from './constructors.ts';
import { fieldPlace, sizeOf, variablePart } from './layout.ts';
import { writeOnce, requireBounds } from './memory.ts';
import { LLTYPE_PRIMITIVES } from './primitives.ts';
import type {
  ArrayType,
  Container,
  FixedSizeArray,
  FuncType,
  LowLevelType,
  Struct,
} from './types.ts';

const TARGET = Symbol('mixmod pointer');

interface Target {
  readonly container: Container;
  readonly address: number;
}
/** What RTypeScript code holds. Its fields and items are those of its container. */
export interface Pointer {
  readonly [TARGET]: Target;
}

/** Calls the function at an address. `functions.ts` gives it, which needs pointers itself. */
export type Caller = (type: FuncType, address: number, args: readonly unknown[]) => unknown;
let caller: Caller = () => undefined;
export function setCaller(given: Caller): void {
  caller = given;
}

const known = new Map<Container, Map<number, WeakRef<Pointer>>>();
/** Addresses are never used twice, so rows would only grow. */
const forget = new FinalizationRegistry<Target>(({ container, address }) => {
  const row = known.get(container);
  if (row?.get(address)?.deref() === undefined) row?.delete(address);
});

/** The pointer to a container at an address; null for address 0. */
export function pointerAt(container: Container, address: number): Pointer | null {
  if (address === 0) return null;
  let row = known.get(container);
  if (!row) known.set(container, (row = new Map()));
  const existing = row.get(address)?.deref();
  if (existing) return existing;
  const target: Target = Object.freeze({ container, address });
  const pointer = makePointer(target);
  row.set(address, new WeakRef(pointer));
  forget.register(pointer, target);
  return pointer;
}

/** The pointer to a container at an address that is not 0. */
export function requiredPointer(container: Container, address: number): Pointer {
  const pointer = pointerAt(container, address);
  if (!pointer) throw new Error('a block at address 0');
  return pointer;
}

export const isPointer = (value: unknown): value is Pointer =>
  ((typeof value === 'object' && value !== null) || typeof value === 'function') && TARGET in value;

export const addressOf = (pointer: Pointer | null): number => pointer?.[TARGET].address ?? 0;
export const containerOf = (pointer: Pointer): Container => pointer[TARGET].container;

/** The value of a primitive or pointer at an address; for a container, the pointer to it. */
export function load(type: LowLevelType, address: number): Scalar | Pointer | null {
  if (type.kind === 'primitive') return loadPrimitive(type, address);
  return type.kind === 'ptr' ? pointerAt(type.to, loadAddress(address)) : pointerAt(type, address);
}

/** Stores a primitive, wrapped to its width, or a pointer. Throws TypeError for anything else. */
export function store(type: LowLevelType, address: number, value: unknown): void {
  if (type.kind === 'primitive') storePrimitive(type, address, value);
  else if (type.kind === 'ptr') storeAddress(address, addressOf(requirePointer(value, type.to)));
  else
    throw new TypeError('a structure or array inside another cannot be assigned, only its parts');
}

/** The value itself where it is NULL or a pointer to `container`; throws TypeError otherwise. */
export function requirePointer(value: unknown, container: Container): Pointer | null {
  if (value === null) return null;
  if (isPointer(value) && containerOf(value) === container) return value;
  const got = isPointer(value) ? `Ptr(${describeType(containerOf(value))})` : typeof value;
  throw new TypeError(`expected Ptr(${describeType(container)}), got ${got}`);
}

/** The address of item `index`; its bounds are checked where the array knows its length. */
export function itemAddress(pointer: Pointer, index: number): number {
  const { container, address } = pointer[TARGET];
  if (container.kind === 'fixed-array') return address + sizeOf(container.item) * index;
  const part = variablePart(container);
  if (!part) throw new TypeError(`${describeType(container)} has no items`);
  return address + part.itemsOffset + part.itemSize * index;
}

function makePointer(target: Target): Pointer {
  const { container } = target;
  if (container.kind === 'struct') return new (structAccessor(container))(target);
  if (container.kind === 'func') {
    const call = (...args: readonly unknown[]): unknown => caller(container, target.address, args);
    return Object.freeze(Object.assign(call, { [TARGET]: target }));
  }
  const plain: Pointer = Object.freeze({ [TARGET]: target });
  if (container.kind === 'array' || container.kind === 'fixed-array')
    return arrayAccessor(plain, container);
  return plain;
}

// ---- structures: a class for each, with an accessor for each field ----

type StructAccessor = new (target: Target) => Pointer;
const structAccessors = new Map<Struct, StructAccessor>();

function structAccessor(struct: Struct): StructAccessor {
  const existing = structAccessors.get(struct);
  if (existing) return existing;
  class StructPointer implements Pointer {
    readonly [TARGET]: Target;
    constructor(target: Target) {
      this[TARGET] = target;
      Object.freeze(this);
    }
  }
  for (const { name } of struct.fields) {
    const { offset, type, bits } = fieldPlace(struct, name);
    const isOnce = struct.immutable.includes(name);
    Object.defineProperty(StructPointer.prototype, name, {
      enumerable: true,
      get(this: Pointer) {
        const address = this[TARGET].address + offset;
        return bits ? loadBits(type, bits, address) : load(type, address);
      },
      set(this: Pointer, value: unknown) {
        const address = this[TARGET].address + offset;
        if (isOnce) writeOnce(address, bits ? bits.unit : sizeOf(type), `${struct.name}.${name}`);
        if (bits) storeBits(type, bits, address, value);
        else store(type, address, value);
      },
    });
  }
  structAccessors.set(struct, StructPointer);
  return StructPointer;
}

// ---- arrays: a proxy that knows integers and `length` ----

function arrayAccessor(plain: Pointer, container: ArrayType | FixedSizeArray): Pointer {
  return new Proxy(plain, {
    get(target, key): unknown {
      if (typeof key === 'symbol') return Reflect.get(target, key);
      if (key === 'length') return arrayLength(target);
      const index = readIndex(key);
      return index === null ? undefined : load(container.item, checkedItem(target, index));
    },
    set(target, key, value) {
      const index = typeof key === 'symbol' ? null : readIndex(key);
      if (index === null)
        throw new TypeError(`${describeType(container)} has no property ${String(key)}`);
      store(container.item, checkedItem(target, index), value);
      return true;
    },
  });
}

/** Throws TypeError for an array that does not store its length. */
export function arrayLength(pointer: Pointer): number {
  const { container, address } = pointer[TARGET];
  if (container.kind === 'fixed-array') return container.count;
  const lengthOffset = variablePart(container)?.lengthOffset;
  if (typeof lengthOffset !== 'number') {
    throw new TypeError(`${describeType(container)} does not store its length`);
  }
  return Number(loadPrimitive(LLTYPE_PRIMITIVES.Signed, address + lengthOffset));
}

function checkedItem(pointer: Pointer, index: number): number {
  const { container } = pointer[TARGET];
  const stored =
    container.kind === 'fixed-array' ||
    (container.kind === 'array' && container.length === 'prefix');
  if (stored) {
    const length = arrayLength(pointer);
    if (index < 0 || index >= length) {
      throw new RangeError(`index ${index} is out of range for length ${length}`);
    }
  }
  const address = itemAddress(pointer, index);
  requireBounds(pointer[TARGET].address, address, sizeOf((container as ArrayType).item));
  return address;
}

/** An integer property name, negative ones included, as a number. */
function readIndex(key: string): number | null {
  return /^(0|-?[1-9]\d*)$/.test(key) ? Number(key) : null;
}

/** Writes the stored lengths of a container of open length that has just been allocated. */
export function storeLength(container: Container, address: number, count: number): void {
  const lengthOffset = variablePart(container)?.lengthOffset;
  if (typeof lengthOffset === 'number')
    storePrimitive(LLTYPE_PRIMITIVES.Signed, address + lengthOffset, count);
}
