// The base of all ctypes objects, and what is known of their types.
import type { FfiType } from '../_ffi/types.ts';
import { show } from './errors.ts';
import { addressAt, bytesAt, type Located, Memory, newBlock, setBytesAt } from './memory.ts';

/** What is known of a type, once it is complete. */
export interface TypeInfo {
  readonly name: string;
  readonly size: number;
  readonly alignment: number;
  readonly kind: 'simple' | 'pointer' | 'function' | 'array' | 'structure' | 'union';
  /** What a field or an item of the type gives, and takes. */
  get(holder: CData, offset: number): unknown;
  set(holder: CData, offset: number, value: unknown): void;
  /** How `_ffi` passes its values; null where it cannot. */
  readonly ffi: FfiType | null;
  /** The scalars it consists of, for calls by value. */
  leaves(at: number): readonly Leaf[];
}

export interface Leaf {
  readonly at: number;
  readonly size: number;
  readonly kind: 'integer' | 'float' | 'x87' | 'none';
}

/** `Out`: what a field of the type gives, `In`: what it takes. */
export interface CType<I extends CData = CData, Out = unknown, In = unknown> {
  readonly prototype: I;
  readonly name: string;
  readonly __out?: Out;
  readonly __in?: In;
  from_address(address: number): I;
  from_buffer(source: ArrayBuffer | ArrayBufferView, offset?: number): I;
  from_buffer_copy(source: ArrayBuffer | ArrayBufferView, offset?: number): I;
  in_dll(library: SymbolSource, name: string): I;
  from_param(value: unknown): unknown;
}

/** What a field of a type gives, and takes. */
export type OutOf<T> = T extends { readonly __out?: infer Out } ? Exclude<Out, undefined> : unknown;
export type InOf<T> = T extends { readonly __in?: infer In } ? Exclude<In, undefined> : unknown;

export interface SymbolSource {
  address_of(name: string): number;
}

/** A complete type has what is known of it, and what places instances of it; those made from it inherit that of another type. */
const KNOWN = Symbol('what is known of a ctypes type');

interface Known {
  readonly type: CType;
  readonly info: TypeInfo;
  readonly Place: Placing;
}

/** A constructor of instances that lie there; that of their class does not run. */
export type Placing = new (view: DataView | null, at: number, memory: Memory) => CData;

function knownOf(type: CType): Known {
  const known = (type as { readonly [KNOWN]?: Known } | null | undefined)?.[KNOWN];
  if (known && known.type === type) return known;
  if (!isType(type)) throw new TypeError(`a ctypes type expected, got ${show(type)}`);
  const info = (type as unknown as Describing)._describe(type);
  const made = { type, info, Place: placing(type) };
  Object.defineProperty(type, KNOWN, { value: made });
  return made;
}

function placing(type: CType): Placing {
  const Place = function (this: CData, view: DataView | null, at: number, memory: Memory): void {
    this.$view = view;
    this.$at = at;
    this.$memory = memory;
  };
  Place.prototype = type.prototype;
  return Place as unknown as Placing;
}

/** Everything there is to a type; completes it. */
export const infoOf = (type: CType): TypeInfo => knownOf(type).info;

/** For code that is made for the type. */
export const placingOf = (type: CType): Placing => knownOf(type).Place;

interface Describing {
  _describe(type: CType): TypeInfo;
}

export const isType = (value: unknown): value is CType =>
  typeof value === 'function' && (value.prototype as unknown) instanceof CData;

/** What an object has of its own begins with `$`: as a symbol it would take up to twice the time of a call by value. */
export class CData implements Located {
  declare $view: DataView | null;
  declare $at: number;
  declare $memory: Memory;

  constructor(size: number) {
    ownBlock(this, size);
  }

  /** Its address: it may stand for a pointer wherever `_ffi` takes one. */
  getaddr(): number {
    return addressAt(this);
  }

  get $type(): CType {
    return this.constructor as unknown as CType;
  }

  get _objects(): ReadonlyMap<number, unknown> | null {
    return this.$memory.keep;
  }

  static _describe(type: CType): TypeInfo {
    throw new TypeError(`${type.name} is abstract`);
  }

  static from_address(this: CType, address: number): CData {
    if (!Number.isSafeInteger(address) || address <= 0)
      throw new TypeError(`${this.name}.from_address() takes an address that is not 0`);
    infoOf(this);
    return placed(this, null, address, new Memory());
  }

  static from_buffer(
    this: CType,
    source: ArrayBuffer | ArrayBufferView,
    offset: number = 0,
  ): CData {
    const view = viewOf(this, source, offset);
    return placed(this, view, 0, new Memory(source));
  }

  static from_buffer_copy(
    this: CType,
    source: ArrayBuffer | ArrayBufferView,
    offset: number = 0,
  ): CData {
    const view = viewOf(this, source, offset);
    const size = infoOf(this).size;
    const bytes = new Uint8Array(view.buffer, view.byteOffset, size).slice();
    return placed(this, new DataView(bytes.buffer), 0, new Memory());
  }

  static in_dll(this: CType, library: SymbolSource, name: string): CData {
    infoOf(this);
    return placed(this, null, library.address_of(name), new Memory(library));
  }

  static from_param(this: CType, value: unknown): unknown {
    if (value instanceof (this as unknown as Class)) return value;
    const own = asParameter(value);
    if (own !== undefined) return this.from_param(own);
    throw new TypeError(`${this.name} instance expected, got ${show(value)}`);
  }
}

/** Memory of its own. */
export function ownBlock(target: CData, size: number): void {
  const memory = new Memory();
  target.$view = newBlock(size, memory);
  target.$at = memory.start;
  target.$memory = memory;
}

type Class = abstract new (...args: never[]) => unknown;

export function asParameter(value: unknown): unknown {
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null)
    return undefined;
  return (value as { readonly _as_parameter_?: unknown })._as_parameter_;
}

function viewOf(type: CType, source: ArrayBuffer | ArrayBufferView, offset: number): DataView {
  const [buffer, start, length] = ArrayBuffer.isView(source)
    ? [source.buffer, source.byteOffset, source.byteLength]
    : [source, 0, source instanceof ArrayBuffer ? source.byteLength : 0];
  if (!(buffer instanceof ArrayBuffer))
    throw new TypeError(`${type.name}: an ArrayBuffer or a view of one expected`);
  const { size } = infoOf(type);
  if (!Number.isInteger(offset) || offset < 0)
    throw new RangeError(`${type.name}: offset cannot be ${offset}`);
  if (length - offset < size)
    throw new RangeError(
      `${type.name}: buffer size too small (${length} instead of at least ${offset + size} bytes)`,
    );
  return new DataView(buffer, start + offset, length - offset);
}

/** An instance that lies there; its constructor does not run. */
export function placed(type: CType, view: DataView | null, at: number, memory: Memory): CData {
  return new (placingOf(type))(view, at, memory);
}

/** An instance in memory of its own, all zero. */
export function created(type: CType): CData {
  const memory = new Memory();
  const { info, Place } = knownOf(type);
  const view = newBlock(info.size, memory);
  return new Place(view, memory.start, memory);
}

/** An instance inside of another. */
export const inside = (type: CType, holder: CData, offset: number): CData =>
  placed(type, holder.$view, holder.$at + offset, holder.$memory);

export const typeOf = (value: CData): CType => value.$type;

/** Copies a value of the same type, and what it keeps alive. */
export function copyInto(holder: CData, offset: number, from: CData, size: number): void {
  const bytes = bytesAt(from, 0, size);
  setBytesAt(holder, offset, bytes);
  const kept = from.$memory.keep;
  if (!kept) return;
  for (const [place, what] of Array.from(kept))
    if (place >= from.$at && place < from.$at + size)
      holder.$memory.keepAt(place - from.$at + holder.$at + offset, what);
}

export function sizeof(value: CData | CType): number {
  return infoOf(value instanceof CData ? typeOf(value) : value).size;
}

export function alignment(value: CData | CType): number {
  return infoOf(value instanceof CData ? typeOf(value) : value).alignment;
}

export function addressof(value: CData): number {
  if (!(value instanceof CData))
    throw new TypeError(`addressof() takes a ctypes instance, got ${show(value)}`);
  return value.getaddr();
}
