// The simple types: a class for each scalar of C, whose instances hold one value.
import { pointerTo } from './address-cell.ts';
import { asParameter, CData, created, type CType, inside, type TypeInfo, typeOf } from './cdata.ts';
import * as codecs from './codec.ts';
import type { Codec } from './codec.ts';
import { types } from '../_ffi/types.ts';
import { PY_OBJECT } from './py-object.ts';
import { show } from './errors.ts';
import { fetch, PASSAGE, put } from './memory.ts';

export interface Simple<Out = unknown, In = unknown> extends CData {
  get value(): Out;
  set value(value: In);
}

export interface SimpleType<Out = unknown, In = unknown> extends CType<Simple<Out, In>, Out, In> {
  new (value?: In): Simple<Out, In>;
}

const codecOfType = new WeakMap<object, Codec>();
/** The types themselves: their fields are plain values, those of classes made from them are instances, as in CPython. */
const own = new WeakSet<object>();

/** The codec of a simple type, or of a class made from one. */
export function codecOf(type: unknown): Codec | undefined {
  for (let at = type; typeof at === 'function'; at = Object.getPrototypeOf(at) as unknown) {
    const codec = codecOfType.get(at);
    if (codec) return codec;
  }
  return undefined;
}

export const isPlain = (type: unknown): boolean => typeof type === 'function' && own.has(type);

export function readScalar(codec: Codec, { $view: view, $at: at }: CData, offset: number): unknown {
  if (view !== null) return codec.read(view, at + offset);
  fetch(at + offset, codec.size);
  return codec.read(PASSAGE, 0);
}

export function writeScalar(codec: Codec, holder: CData, offset: number, value: unknown): void {
  const { $view: view, $at: at } = holder;
  let kept: unknown;
  if (view !== null) kept = codec.write(view, at + offset, value);
  else {
    kept = codec.write(PASSAGE, 0, value);
    put(at + offset, codec.size);
  }
  if (kept !== undefined || holder.$memory.keep) holder.$memory.keepAt(at + offset, kept);
}

export class SimpleData extends CData {
  constructor(value?: unknown) {
    const codec = codecOf(new.target);
    if (!codec) throw new TypeError(`${new.target.name} is abstract`);
    super(codec.size);
    if (value !== undefined) writeScalar(codec, this, 0, unwrap(new.target, value));
  }

  get value(): unknown {
    return readScalar(codecOf(typeOf(this)) as Codec, this, 0);
  }
  set value(value: unknown) {
    const type = typeOf(this) as unknown as Class;
    writeScalar(codecOf(type) as Codec, this, 0, unwrap(type, value));
  }

  static override _describe(type: CType): TypeInfo {
    const codec = codecOf(type);
    if (!codec) throw new TypeError(`${type.name} is abstract`);
    const plain = own.has(type);
    return {
      name: type.name,
      size: codec.size,
      alignment: codec.size,
      kind: 'simple',
      ffi: codec.ffi,
      get: (holder, offset) =>
        plain ? readScalar(codec, holder, offset) : inside(type, holder, offset),
      set: (holder, offset, value) =>
        writeScalar(codec, holder, offset, unwrap(type as unknown as Class, value)),
      leaves: (at) => [
        {
          at,
          size: codec.size,
          kind: codec.leaf,
        },
      ],
    };
  }

  static override from_param(this: CType, value: unknown): unknown {
    if (value instanceof (this as unknown as Class)) return value;
    const codec = codecOf(this) as Codec;
    const parameter = asParameter(value);
    if (parameter !== undefined) return this.from_param(parameter);
    if (value instanceof CData && codec.zero !== null)
      throw new TypeError(`${this.name} expected instead of ${show(value)}`);
    const made = created(this);
    writeScalar(codec, made, 0, unwrap(this as unknown as Class, value));
    return made;
  }
}

type Class = abstract new (...args: never[]) => SimpleData;

/** An instance of the type stands for its value. */
function unwrap(type: Class, value: unknown): unknown {
  if (!(value instanceof CData)) return value;
  const codec = codecOf(type);
  if (codec?.zero === null) return pointerTo(value);
  return value instanceof type && codec !== PY_OBJECT ? value.value : value;
}

function simple<Out, In>(codec: Codec): SimpleType<Out, In> {
  const made = { [codec.name]: class extends SimpleData {} }[codec.name];
  if (!made) throw new TypeError(codec.name);
  codecOfType.set(made, codec);
  own.add(made);
  return made as unknown as SimpleType<Out, In>;
}

type Integer = number | bigint | boolean;
type Bytes = ArrayBuffer | ArrayBufferView;
export type PointerIn = number | bigint | null | Bytes | CData;

export const c_bool = simple<boolean, unknown>(codecs.BOOL);
export const c_char = simple<string, string | number | Uint8Array>(codecs.CHAR);
export const c_wchar = simple<string, string>(codecs.WCHAR);
export const c_byte = simple<number, Integer>(codecs.integer('c_byte', 'Int8', types.sbyte));
export const c_ubyte = simple<number, Integer>(codecs.integer('c_ubyte', 'Uint8', types.ubyte));
export const c_short = simple<number, Integer>(codecs.integer('c_short', 'Int16', types.sshort));
export const c_ushort = simple<number, Integer>(codecs.integer('c_ushort', 'Uint16', types.ushort));
export const c_int = simple<number, Integer>(codecs.integer('c_int', 'Int32', types.sint));
export const c_uint = simple<number, Integer>(codecs.integer('c_uint', 'Uint32', types.uint));
export const c_long = simple<bigint, Integer>(codecs.long('c_long', 'BigInt64', types.slong));
export const c_ulong = simple<bigint, Integer>(codecs.long('c_ulong', 'BigUint64', types.ulong));
export const c_float = simple<number, Integer>(codecs.float('c_float', 'Float32', types.float));
export const c_double = simple<number, Integer>(codecs.float('c_double', 'Float64', types.double));
export const c_longdouble = simple<number, Integer>(codecs.longDouble('c_longdouble'));
export const c_char_p = simple<string | null, string | PointerIn>(codecs.CHAR_P);
export const c_wchar_p = simple<string | null, string | PointerIn>(codecs.WCHAR_P);
export const c_void_p = simple<number | null, PointerIn>(codecs.VOID_P);
/** A value of JavaScript that C carries. It lives as long as the memory that it was assigned to. */
export const py_object = simple<unknown, unknown>(PY_OBJECT);

// On Linux these are the same types, as in CPython.
export const c_longlong = c_long;
export const c_ulonglong = c_ulong;
export const c_int8 = c_byte;
export const c_uint8 = c_ubyte;
export const c_int16 = c_short;
export const c_uint16 = c_ushort;
export const c_int32 = c_int;
export const c_uint32 = c_uint;
export const c_int64 = c_long;
export const c_uint64 = c_ulong;
export const c_size_t = c_ulong;
export const c_ssize_t = c_long;

const swapped = new Map<unknown, CType>();

/** The same type with its bytes in the other order; undefined where it has none. */
export function bigEndian(type: CType): CType | undefined {
  const known = swapped.get(type);
  if (known) return known;
  const codec = isPlain(type) ? codecOf(type) : undefined;
  if (!codec || (codec.size > 1 && codec.method === null)) return undefined;
  const made = codec.size === 1 ? type : (simple(inOtherOrder(codec)) as CType);
  swapped.set(type, made);
  return made;
}

function inOtherOrder(codec: Codec): Codec {
  const name = `${codec.name}_be`;
  const [method, ffi] = [codec.method as 'Int32', codec.ffi ?? types.void];
  const made =
    codec.leaf === 'float'
      ? codecs.float(name, method as unknown as 'Float32', ffi, false)
      : codec.size === 8
        ? codecs.long(name, method as unknown as 'BigInt64', ffi, false)
        : codecs.integer(name, method, ffi, false);
  // A register has no order.
  return { ...made, ffi: null, leaf: 'none' };
}
