// Arrays: `ARRAY(T, n)`, whose items are read by index.
import { arrayItems, defineItems } from './accessors.ts';
import { CData, copyInto, type CType, infoOf, inside, type TypeInfo, typeOf } from './cdata.ts';
import { show } from './errors.ts';
import { type ArrayItems, itemsOf } from './items.ts';
import { bytesAt, setBytesAt } from './memory.ts';
import { c_char, c_wchar } from './simple.ts';
import { decode, decodeWide, encode, encodeWide } from './text.ts';
import { TypeCache } from './type-cache.ts';

/** `Out`: what an item comes as, `In`: what it may be set to. */
export interface CArray<Out = unknown, In = unknown> extends CData {
  readonly length: number;
  get(index: number): Out;
  set(index: number, value: In): void;
  /** Python's `a[i]`: `a.items[i]`. `get` and `set` are much faster. */
  readonly items: ArrayItems<Out>;
  slice(start?: number, end?: number, step?: number): Out[];
  [Symbol.iterator](): Iterator<Out>;
  /** Of arrays of `c_char` and `c_wchar`: the string up to the first NUL. */
  value: string;
  /** Of arrays of `c_char`: all bytes. */
  raw: Uint8Array;
}

export interface ArrayType<Out = unknown, In = unknown> extends CType<
  CArray<Out, In>,
  CArray<Out, In>,
  CArray<Out, In> | readonly In[] | string
> {
  new (...items: readonly In[]): CArray<Out, In>;
  readonly _type_: CType;
  readonly _length_: number;
}

interface Shape {
  readonly _type_: CType;
  readonly _length_: number;
}

function shapeOf(type: unknown): Shape {
  const { _type_, _length_, name } = type as Partial<Shape> & { readonly name: string };
  if (_type_ === undefined) throw new TypeError(`${name} must have a _type_`);
  if (_length_ === undefined || !Number.isInteger(_length_) || _length_ < 0)
    throw new RangeError(`${name} must have a _length_ that is an integer of at least 0`);
  return { _type_, _length_ };
}

function refuseIndex(array: CData, index: unknown): never {
  throw new RangeError(`${typeOf(array).name}: invalid index ${show(index)}`);
}

export class ArrayData extends CData {
  constructor(...items: readonly unknown[]) {
    super(infoOf(new.target as unknown as CType).size);
    if (items.length > this.length)
      throw new RangeError(`${new.target.name} takes ${this.length} items, got ${items.length}`);
    items.forEach((item, index) => this.set(index, item));
  }

  get length(): number {
    return shapeOf(typeOf(this))._length_;
  }

  _offset(index: number): number {
    const { _length_, _type_ } = shapeOf(typeOf(this));
    const at = index < 0 ? index + _length_ : index;
    if (!Number.isInteger(index) || at < 0 || at >= _length_) refuseIndex(this, index);
    return at * infoOf(_type_).size;
  }

  get(index: number): unknown {
    return infoOf(shapeOf(typeOf(this))._type_).get(this, this._offset(index));
  }

  set(index: number, value: unknown): void {
    infoOf(shapeOf(typeOf(this))._type_).set(this, this._offset(index), value);
  }

  get items(): object {
    return itemsOf(this);
  }

  /** As Python's `a[start:end:step]`, with an array for the result. */
  slice(start?: number, end?: number, step = 1): unknown[] {
    if (!Number.isInteger(step) || step === 0)
      throw new RangeError(`${typeOf(this).name}: invalid step ${step}`);
    const { length } = this;
    const [low, high] = step > 0 ? [0, length] : [-1, length - 1];
    const bound = (given: number | undefined, other: number): number =>
      given === undefined
        ? other
        : Math.min(Math.max(given < 0 ? given + length : given, low), high);
    const items: unknown[] = [];
    const [first, last] = [bound(start, step > 0 ? low : high), bound(end, step > 0 ? high : low)];
    for (let at = first; step > 0 ? at < last : at > last; at += step) items.push(this.get(at));
    return items;
  }

  *[Symbol.iterator](): Iterator<unknown> {
    for (let index = 0; index < this.length; index++) yield this.get(index);
  }

  get value(): string {
    const { size } = infoOf(typeOf(this));
    const bytes = bytesAt(this, 0, size);
    return this._unit('value') === 1 ? decode(bytes) : decodeWide(bytes);
  }

  set value(value: string | Uint8Array) {
    const unit = this._unit('value');
    if (typeof value !== 'string' && !(value instanceof Uint8Array && unit === 1))
      throw new TypeError(`${typeOf(this).name}: a string expected, got ${show(value)}`);
    this._place(typeof value !== 'string' ? value : unit === 1 ? encode(value) : encodeWide(value));
  }

  _place(bytes: Uint8Array): void {
    const { size } = infoOf(typeOf(this));
    if (bytes.length > size) throw new RangeError(`${typeOf(this).name}: string too long`);
    setBytesAt(this, 0, bytes);
    const unit = this._unit('value');
    if (bytes.length < size) setBytesAt(this, bytes.length, new Uint8Array(unit));
  }

  get raw(): Uint8Array {
    this._unit('raw');
    return bytesAt(this, 0, this.length);
  }
  set raw(value: Uint8Array) {
    this._unit('raw');
    if (!(value instanceof Uint8Array) || value.length > this.length)
      throw new RangeError(`${typeOf(this).name}: at most ${this.length} bytes expected`);
    setBytesAt(this, 0, value);
  }

  _unit(what: string): 1 | 4 {
    const { _type_ } = shapeOf(typeOf(this));
    if (_type_ === c_char) return 1;
    if (_type_ === c_wchar && what === 'value') return 4;
    throw new TypeError(`${typeOf(this).name} has no ${what}`);
  }

  static override _describe(type: CType): TypeInfo {
    const { _type_, _length_ } = shapeOf(type);
    const item = infoOf(_type_);
    const size = item.size * _length_;
    const isText = _type_ === c_char || _type_ === c_wchar;
    const items = arrayItems(_type_, _length_, refuseIndex);
    if (items) defineItems(type, items);
    return {
      name: type.name,
      size,
      alignment: item.alignment,
      kind: 'array',
      ffi: null,
      get: (holder, offset) => {
        const made = inside(type, holder, offset);
        return isText ? (made as ArrayData).value : made;
      },
      set: (holder, offset, value) => setArray(type, holder, offset, value),
      leaves: (at) =>
        Array.from({ length: _length_ }).flatMap((_, index) => item.leaves(at + index * item.size)),
    };
  }
}

function setArray(type: CType, holder: CData, offset: number, value: unknown): void {
  const target = inside(type, holder, offset) as ArrayData;
  if (value instanceof (type as unknown as typeof ArrayData))
    copyInto(holder, offset, value, infoOf(type).size);
  else if (typeof value === 'string' || value instanceof Uint8Array) target.value = value as string;
  else if (Array.isArray(value)) {
    if (value.length > target.length)
      throw new RangeError(`${type.name} takes ${target.length} items, got ${value.length}`);
    value.forEach((item, index) => target.set(index, item));
  } else throw new TypeError(`${type.name} instance or an array expected, got ${show(value)}`);
}

/** Whether it is an array of items of this very type. */
export const isArrayOf = (value: unknown, type: CType): value is ArrayData =>
  value instanceof ArrayData && Object.is((typeOf(value) as unknown as Shape)._type_, type);

const arrays = new WeakMap<CType, TypeCache<number, ArrayType>>();

/** The type of arrays of `length` items of a type: the same each time. */
export function ARRAY<Out, In>(type: CType<CData, Out, In>, length: number): ArrayType<Out, In> {
  infoOf(type);
  let byLength = arrays.get(type);
  if (!byLength) arrays.set(type, (byLength = new TypeCache()));
  return byLength.get(length, () => makeType(type, length)) as unknown as ArrayType<Out, In>;
}

function makeType(type: CType, length: number): ArrayType {
  const name = `${type.name}_Array_${length}`;
  const named = { [name]: class extends ArrayData {} }[name] as unknown as ArrayType;
  Object.assign(named, { _type_: type, _length_: length });
  shapeOf(named);
  return named;
}
