// JavaScript values ↔ what `_ffi` passes, for each type of ctypes that an argument or a result has.
import { addressOf } from '../_ffi/addresses.ts';
import { generate } from '../_ffi/support.ts';
import { type FfiType, types } from '../_ffi/types.ts';
import { addressIn, pointerTo } from './address-cell.ts';
import { passer, returner } from './by-value.ts';
import { asParameter, CData, type CType, infoOf, isType, placingOf, typeOf } from './cdata.ts';
import type { Codec } from './codec.ts';
import { show } from './errors.ts';
import { Memory, newBlock } from './memory.ts';
import { Handle, PY_OBJECT, valueAt } from './py-object.ts';
import { Reference } from './pointer.ts';
import { codecOf, isPlain, type SimpleData } from './simple.ts';

/** A type, or what has `from_param`. */
export type Parameter = CType | { from_param(value: unknown): unknown };

export interface Passed {
  readonly type: FfiType;
  readonly value: unknown;
}

/** How values of a declared type are passed. `type`: null where each value decides. */
export interface Converter {
  readonly type: FfiType | null;
  convert(value: unknown): unknown;
}

const WRAPS: { readonly [kind: string]: (value: never) => unknown } = {
  sbyte: (value: number) => (value << 24) >> 24,
  ubyte: (value: number) => Number(value) & 255,
  sshort: (value: number) => (value << 16) >> 16,
  ushort: (value: number) => value & 65535,
  sint: (value: number) => value | 0,
  uint: (value: number) => value >>> 0,
  slong: (value: bigint) => BigInt.asIntN(64, value),
  ulong: (value: bigint) => BigInt.asUintN(64, value),
};

/** A checked value → one in the range of its type. */
function wrapOf(codec: Codec): (value: unknown) => unknown {
  if (codec.zero === null) return asAddress;
  return (WRAPS[codec.ffi?.kind ?? ''] as ((value: unknown) => unknown) | undefined) ?? same;
}

const same = (value: unknown): unknown => value;
const asAddress = (value: unknown): unknown => {
  if (typeof value !== 'bigint') return value;
  const address = BigInt.asUintN(64, value);
  return address <= Number.MAX_SAFE_INTEGER ? Number(address) : new Wide(address);
};

/** What no address is and yet is passed as one: `(void *)-1`. */
export class Wide {
  readonly value: bigint;
  constructor(value: bigint) {
    this.value = value;
  }
}

function scalarConverter(type: CType, codec: Codec): Converter {
  const wrap = wrapOf(codec);
  const isText = codec.ffi?.kind === 'char_p' || codec.ffi?.kind === 'unichar_p';
  const isPointer = codec.zero === null;
  const convert = (value: unknown): unknown => {
    if (typeof value === 'number' || typeof value === 'bigint') return wrap(codec.check(value));
    if (typeof value === 'string' && isPointer) {
      if (value.includes('\0')) throw new TypeError('a string has no NUL inside');
      return isText ? value : Buffer.from(`${value}\0`);
    }
    if (value instanceof Reference && isPointer) return value;
    if (value instanceof CData) {
      if (isPointer) return pointerTo(value);
      if (value instanceof (type as unknown as typeof SimpleData))
        return wrap(codec.check(value.value));
      throw new TypeError(`${type.name} expected instead of ${show(value)}`);
    }
    const parameter = asParameter(value);
    if (parameter !== undefined) return convert(parameter);
    if (value === undefined) throw new TypeError(`${type.name} expected, got undefined`);
    return wrap(codec.check(value));
  };
  return { type: codec.ffi, convert };
}

/** A value is passed by a number of its own; an instance of `py_object` by its. */
const objectParameter = (value: unknown): unknown =>
  value instanceof CData && codecOf(typeOf(value)) === PY_OBJECT
    ? { keeps: value, getaddr: () => addressIn(value) }
    : new Handle(value);

const isAddressed = (kind: string): boolean => kind === 'pointer' || kind === 'function';

export function converterOf(parameter: Parameter): Converter {
  if (!isType(parameter)) {
    if (typeof parameter?.from_param !== 'function')
      throw new TypeError('an item of argtypes has no from_param()');
    return { type: null, convert: (value) => passDefault(parameter.from_param(value)) };
  }
  const codec = codecOf(parameter);
  const info = infoOf(parameter);
  const own = Object.hasOwn(parameter, 'from_param');
  if (own) return { type: null, convert: (value) => passDefault(parameter.from_param(value)) };
  if (codec && isPlain(parameter)) {
    if (codec.ffi === null) throw new TypeError(`${info.name} cannot be passed to a function`);
    if (codec === PY_OBJECT) return { type: codec.ffi, convert: objectParameter };
    return scalarConverter(parameter, codec);
  }
  if (isAddressed(info.kind) || info.kind === 'array') {
    const convert = (value: unknown): unknown => {
      const given = parameter.from_param(value);
      return given instanceof CData ? pointerTo(given) : given;
    };
    return { type: types.void_p, convert };
  }
  if (info.ffi === null)
    throw new TypeError(`${info.name} cannot be passed by value: see docs/ctypes/README.md`);
  const convert = (value: unknown): unknown => byValue(parameter.from_param(value) as CData);
  return { type: info.ffi, convert };
}

function byValue(value: CData): unknown {
  const codec = codecOf(typeOf(value));
  return codec
    ? wrapOf(codec)(codec.check((value as SimpleData).value))
    : passer(typeOf(value))(value);
}

/** What a value without a declared type is passed as. */
export function passDefault(value: unknown): Passed {
  switch (typeof value) {
    case 'number':
      if (Number.isInteger(value) && value >= -(2 ** 31) && value < 2 ** 32)
        return { type: types.sint, value: value | 0 };
      throw new TypeError(`do not know how to pass ${value}: no int; use a bigint or argtypes`);
    case 'bigint':
      return { type: types.slong, value: BigInt.asIntN(64, value) };
    case 'boolean':
      return { type: types.sint, value: Number(value) };
    case 'string':
      return { type: types.char_p, value };
  }
  if (value instanceof CData) return passObject(value);
  const parameter = asParameter(value);
  if (parameter !== undefined) return passDefault(parameter);
  if (value !== undefined && addressOf(value) >= 0) return { type: types.void_p, value };
  throw new TypeError(`do not know how to pass ${show(value)}`);
}

function passObject(value: CData): Passed {
  const { kind, ffi, name } = infoOf(typeOf(value));
  if (isAddressed(kind) || kind === 'array') return { type: types.void_p, value: pointerTo(value) };
  const codec = codecOf(typeOf(value));
  if (codec?.zero === null) return { type: types.void_p, value: pointerTo(value) };
  if (ffi === null) throw new TypeError(`${name} cannot be passed by value`);
  // C promotes what it has no declaration of.
  if (ffi.kind === 'float') return { type: types.double, value: byValue(value) };
  return { type: ffi, value: byValue(value) };
}

/** What C gives, as JavaScript sees it. */
export interface Receiver {
  readonly type: FfiType;
  readonly receive: ((value: unknown) => unknown) | null;
}

const NOTHING: Receiver = { type: types.void, receive: null };
const receivers = new WeakMap<CType, Receiver>();

export function receiverOf(type: CType | null): Receiver {
  if (type === null) return NOTHING;
  let made = receivers.get(type);
  if (!made) receivers.set(type, (made = makeReceiver(type)));
  return made;
}

function makeReceiver(type: CType): Receiver {
  const { ffi, kind, name } = infoOf(type);
  const codec = codecOf(type);
  if (ffi === null)
    throw new TypeError(`${name} cannot be passed by value: see docs/ctypes/README.md`);
  if (codec) {
    const receive = receiveScalar(codec);
    if (isPlain(type)) return { type: ffi, receive };
    const make = type as unknown as new (value: unknown) => CData;
    return { type: ffi, receive: (value) => new make(receive ? receive(value) : value) };
  }
  if (!isAddressed(kind))
    return { type: ffi, receive: returner(type) as (value: unknown) => unknown };
  const point = pointerMaker(type);
  if (kind === 'pointer') return { type: types.void_p, receive: point };
  // A function's object is one that can be called.
  return { type: types.void_p, receive: (address) => infoOf(type).get(point(address), 0) };
}

/** What makes a pointer of the type of an address. */
function pointerMaker(type: CType): (address: unknown) => CData {
  const source = `return function (address) {
  const memory = new Memory(), view = newBlock(8, memory), at = memory.start;
  view.setUint32(at, address, true);
  view.setUint32(at + 4, address / 4294967296, true);
  return new Place(view, at, memory);
};`;
  const values = { Memory, newBlock, Place: placingOf(type) };
  return generate(source, values) as (address: unknown) => CData;
}

function receiveScalar(codec: Codec): ((value: unknown) => unknown) | null {
  if (codec.name === 'c_bool') return (value) => value !== 0;
  if (codec === PY_OBJECT) return (value) => valueAt(value as number);
  if (codec.ffi?.kind === 'pointer') return (value) => (value as number) || null;
  return null;
}
