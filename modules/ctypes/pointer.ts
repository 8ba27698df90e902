// Pointers: `POINTER(T)`, `pointer`, `byref`, `cast`.
import { addressOf } from '../_ffi/addresses.ts';
import { types } from '../_ffi/types.ts';
import { defineItems, pointerItems } from './accessors.ts';
import { ArrayData, isArrayOf } from './array.ts';
import {
  asParameter,
  CData,
  created,
  type CType,
  infoOf,
  placed,
  type TypeInfo,
  typeOf,
} from './cdata.ts';
import { addressIn, holdsAddress, isAddressType, setAddressIn } from './address-cell.ts';
import { nullAccess, show } from './errors.ts';
import { type Items, itemsOf } from './items.ts';
import { addressAt, Memory } from './memory.ts';
import { c_char_p, codecOf } from './simple.ts';

export interface Pointer<I extends CData = CData, Out = unknown, In = unknown> extends CData {
  /** What it points to: an object in the same memory. */
  get contents(): I;
  set contents(value: I);
  /** `p[index]` of C. */
  get(index: number): Out;
  set(index: number, value: In): void;
  /** Python's `p[i]`: `p.items[i]`. `get` and `set` are much faster. */
  readonly items: Items<Out>;
  slice(start: number, end: number, step?: number): Out[];
  readonly isNull: boolean;
}

export interface PointerTypeOf<I extends CData = CData, Out = unknown, In = unknown> extends CType<
  Pointer<I, Out, In>,
  Pointer<I, Out, In>,
  Pointer<I, Out, In> | CData | null
> {
  new (target?: I | null): Pointer<I, Out, In>;
  readonly _type_: CType<I, Out, In>;
}

/** An object of the type at an address; in the memory of `known`, where that is what lies there. */
export function objectAt(type: CType, address: number, known: unknown): CData {
  if (known instanceof CData && known.$view !== null) {
    const at = address - addressAt(known) + known.$at;
    const end = at + infoOf(type).size;
    const { start, size } = known.$memory;
    if (at >= start && end <= (size > 0 ? start + size : known.$view.byteLength))
      return placed(type, known.$view, at, known.$memory);
  }
  return placed(type, null, address, new Memory(known));
}

function refuseIndex(pointer: CData, index: unknown): never {
  const { name } = typeOf(pointer);
  if (addressIn(pointer) === 0) nullAccess(name);
  throw new TypeError(`${name}: an index is an integer, got ${show(index)}`);
}

export class PointerData extends CData {
  constructor(target?: unknown) {
    targetType(new.target);
    super(8);
    if (target !== undefined && target !== null) this.contents = target as CData;
  }

  get isNull(): boolean {
    return addressIn(this) === 0;
  }

  _target(index: number, size: number): CData {
    const type = targetType(typeOf(this));
    const address = addressIn(this);
    if (address === 0 || !Number.isInteger(index)) refuseIndex(this, index);
    return objectAt(type, address + index * size, this.$memory.keep?.get(this.$at) ?? this);
  }

  get contents(): CData {
    return this._target(0, 0);
  }
  set contents(value: CData) {
    const type = targetType(typeOf(this));
    if (!(value instanceof (type as unknown as typeof CData)))
      throw new TypeError(`${typeOf(this).name}: expected ${type.name} instead of ${show(value)}`);
    setAddressIn(this, 0, value.getaddr(), value);
  }

  get(index: number): unknown {
    const info = infoOf(targetType(typeOf(this)));
    return info.get(this._target(index, info.size), 0);
  }

  set(index: number, value: unknown): void {
    const info = infoOf(targetType(typeOf(this)));
    info.set(this._target(index, info.size), 0, value);
  }

  get items(): object {
    return itemsOf(this);
  }

  slice(start: number, end: number, step = 1): unknown[] {
    if (!Number.isInteger(step) || step === 0) throw new RangeError('a step is not 0');
    const items: unknown[] = [];
    for (let at = start; step > 0 ? at < end : at > end; at += step) items.push(this.get(at));
    return items;
  }

  static override _describe(type: CType): TypeInfo {
    const target = (type as unknown as { readonly _type_?: CType })._type_;
    const items = target && pointerItems(target, refuseIndex);
    if (items) defineItems(type, items);
    return {
      name: type.name,
      size: 8,
      alignment: 8,
      kind: 'pointer',
      ffi: types.void_p,
      get: (holder, offset) => placed(type, holder.$view, holder.$at + offset, holder.$memory),
      set: (holder, offset, value) => {
        const source = pointerFrom(type, value);
        setAddressIn(holder, offset, source.address, source.keep);
      },
      leaves: (at) => [
        {
          at,
          size: 8,
          kind: 'integer',
        },
      ],
    };
  }

  static override from_param(this: CType, value: unknown): unknown {
    if (value === null) return null;
    const target = targetType(this);
    if (value instanceof Reference && value.target instanceof (target as unknown as typeof CData))
      return value;
    if (value instanceof CData && value instanceof (target as unknown as typeof CData))
      return new Reference(value, 0);
    const parameter = asParameter(value);
    if (parameter !== undefined) return this.from_param(parameter);
    pointerFrom(this, value);
    return value;
  }
}

function targetType(type: unknown): CType {
  const { _type_, name } = type as { readonly _type_?: CType; readonly name: string };
  if (_type_ === undefined) throw new TypeError(`${name} must have a _type_`);
  return _type_;
}

/** What a pointer of the type may be set to: null, a pointer of the type, an array of what it points to. */
function pointerFrom(type: CType, value: unknown): { address: number; keep: unknown } {
  if (value === null) return { address: 0, keep: null };
  const target = targetType(type);
  if (value instanceof (type as unknown as typeof PointerData))
    return { address: addressIn(value), keep: value.$memory.keep?.get(value.$at) ?? value };
  if (isArrayOf(value, target)) return { address: value.getaddr(), keep: value };
  if (value instanceof CData && value instanceof (target as unknown as typeof CData))
    return { address: value.getaddr(), keep: value };
  throw new TypeError(`${type.name} instance expected, got ${show(value)}`);
}

/** The address of an object, for an argument: lighter than a pointer. */
export class Reference {
  readonly target: CData;
  readonly offset: number;
  constructor(target: CData, offset: number) {
    this.target = target;
    this.offset = offset;
  }
  getaddr(): number {
    return this.target.getaddr() + this.offset;
  }
}

export function byref(target: CData, offset = 0): Reference {
  if (!(target instanceof CData))
    throw new TypeError(`byref() takes a ctypes instance, got ${show(target)}`);
  return new Reference(target, offset);
}

const pointers = new WeakMap<CType, PointerTypeOf>();

/** The type of pointers to a type: the same each time. */
export function POINTER<I extends CData, Out, In>(
  type: CType<I, Out, In>,
): PointerTypeOf<I, Out, In> {
  let made = pointers.get(type);
  if (!made) {
    const name = `LP_${type.name}`;
    made = { [name]: class extends PointerData {} }[name] as unknown as PointerTypeOf;
    Object.assign(made, { _type_: type });
    pointers.set(type, made);
  }
  return made as unknown as PointerTypeOf<I, Out, In>;
}

/** A new pointer to an object, which it keeps alive. */
export function pointer<I extends CData>(target: I): Pointer<I> {
  if (!(target instanceof CData))
    throw new TypeError(`pointer() takes a ctypes instance, got ${show(target)}`);
  return new (POINTER(typeOf(target) as CType<I>))(target);
}

/** What is pointed to, as a pointer of another type. */
export function cast<I extends CData>(value: unknown, type: CType<I>): I {
  const info = infoOf(type);
  if (!isAddressType(info))
    throw new TypeError(`cast() argument 2 must be a pointer type, not ${type.name}`);
  const { address, keep } = castSource(value);
  const made = created(type);
  setAddressIn(made, 0, address, keep);
  return made as I;
}

function castSource(value: unknown): { address: number; keep: unknown } {
  if (value instanceof CData) {
    if (holdsAddress(value))
      return { address: addressIn(value), keep: value.$memory.keep?.get(value.$at) ?? value };
    if (value instanceof ArrayData) return { address: value.getaddr(), keep: value };
  } else if (value instanceof Reference) return { address: value.getaddr(), keep: value.target };
  else {
    const codec = codecOf(c_char_p);
    const made = codec?.check(value);
    return { address: addressOf(made), keep: typeof made === 'object' ? made : null };
  }
  throw new TypeError(`cast() argument 1 is no pointer: ${show(value)}`);
}
