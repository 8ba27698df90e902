// Scalars ↔ bytes: one codec for each scalar of C. What does not fit is cut, as CPython's ctypes does; what is of another kind is refused.
import { loadExtended, storeExtended } from '../../runtime/lltype/extended.ts';
import { addressOf } from '../_ffi/addresses.ts';
import { type FfiType, types } from '../_ffi/types.ts';
import { expected } from './errors.ts';
import { characterOf, encode, encodeWide, terminated, textAt, wideTextAt } from './text.ts';

export interface Codec {
  readonly name: string;
  readonly size: number;
  readonly ffi: FfiType | null;
  readonly leaf: 'integer' | 'float' | 'x87' | 'none';
  /** The accessors of DataView that read and write it, where those are enough: `Int32`. */
  readonly method: string | null;
  readonly little: boolean;
  readonly signed: boolean;
  readonly zero: unknown;
  /** A JavaScript value of another kind is a TypeError; what is left fits `write`. */
  check(value: unknown): unknown;
  read(view: DataView, at: number): unknown;
  /** Gives what must live as long as the value. */
  write(view: DataView, at: number, value: unknown): unknown;
}

type Numeric = 'Int8' | 'Uint8' | 'Int16' | 'Uint16' | 'Int32' | 'Uint32' | 'Float32' | 'Float64';
type Long = 'BigInt64' | 'BigUint64';

const PLAIN = { method: null, little: true, signed: false } as const;

/** Of a number: what the accessors of DataView do, after `check`. */
function plain(
  {
    name,
    ffi,
    leaf,
    method,
    little,
    signed,
    zero,
  }: Omit<PlainCodec, 'size' | 'check' | 'read' | 'write'>,
  check: (value: unknown) => number | bigint,
): Codec {
  const [get, set] = [`get${method}`, `set${method}`] as const;
  return {
    name,
    size: ffi.size,
    ffi,
    leaf,
    method,
    little,
    signed,
    zero,
    check,
    read: (view, at) => view[get](at, little),
    // `check` gives what the accessor of the method takes.
    write: (view, at, value) => void view[set](at, check(value) as never, little),
  };
}

interface PlainCodec extends Codec {
  readonly ffi: FfiType;
  readonly method: Numeric | Long;
}

export function integer(name: string, method: Numeric, ffi: FfiType, little = true): Codec {
  const signed = method.startsWith('Int');
  const check = (value: unknown): number => {
    if (typeof value === 'number' && Number.isInteger(value)) return value;
    if (typeof value === 'bigint') return Number(BigInt.asIntN(32, value));
    if (typeof value === 'boolean') return Number(value);
    return expected(name, 'an integer', value);
  };
  return plain({ name, ffi, leaf: 'integer', method, little, signed, zero: 0 }, check);
}

export function long(name: string, method: Long, ffi: FfiType, little = true): Codec {
  const check = (value: unknown): bigint => {
    if (typeof value === 'bigint') return BigInt.asIntN(64, value);
    if (typeof value === 'number' && Number.isInteger(value)) return BigInt(value);
    if (typeof value === 'boolean') return BigInt(value);
    return expected(name, 'an integer', value);
  };
  const signed = method === 'BigInt64';
  return plain({ name, ffi, leaf: 'integer', method, little, signed, zero: 0n }, check);
}

function floatValue(name: string): (value: unknown) => number {
  return (value) => {
    if (typeof value === 'number') return value;
    if (typeof value === 'bigint' || typeof value === 'boolean') return Number(value);
    return expected(name, 'a number', value);
  };
}

export function float(
  name: string,
  method: 'Float32' | 'Float64',
  ffi: FfiType,
  little = true,
): Codec {
  const numeric = { name, ffi, leaf: 'float', method, little, signed: false, zero: 0 } as const;
  return plain(numeric, floatValue(name));
}

export function longDouble(name: string): Codec {
  const check = floatValue(name);
  return {
    ...PLAIN,
    name,
    size: 16,
    ffi: types.longdouble,
    leaf: 'x87',
    zero: 0,
    check,
    read: loadExtended,
    write(view, at, value) {
      storeExtended(view, at, check(value));
      // What is behind its 80 bits.
      view.setUint16(at + 10, 0);
      view.setUint32(at + 12, 0);
    },
  };
}

export const BOOL: Codec = {
  ...PLAIN,
  name: 'c_bool',
  size: 1,
  ffi: types.ubyte,
  leaf: 'integer',
  zero: false,
  check: Boolean,
  read: (view, at) => view.getUint8(at) !== 0,
  write: (view, at, value) => view.setUint8(at, value ? 1 : 0),
};

function charCode(value: unknown): number {
  if (typeof value === 'string' && value.length === 1 && value.charCodeAt(0) < 256)
    return value.charCodeAt(0);
  if (value instanceof Uint8Array && value.length === 1) return value[0] ?? 0;
  if (typeof value === 'number' && value >= 0 && value < 256 && Number.isInteger(value))
    return value;
  return expected('c_char', 'one character up to U+00FF', value);
}

export const CHAR: Codec = {
  ...PLAIN,
  name: 'c_char',
  size: 1,
  ffi: types.char,
  leaf: 'integer',
  zero: '\0',
  check: (value) => String.fromCharCode(charCode(value)),
  read: (view, at) => String.fromCharCode(view.getUint8(at)),
  write: (view, at, value) => view.setUint8(at, charCode(value)),
};

function wideCode(value: unknown): number {
  if (typeof value === 'string' && value.length > 0) {
    const code = value.codePointAt(0) ?? 0;
    if (value.length === (code > 0xffff ? 2 : 1)) return code;
  }
  return expected('c_wchar', 'one character', value);
}

export const WCHAR: Codec = {
  ...PLAIN,
  name: 'c_wchar',
  size: 4,
  ffi: types.unichar,
  leaf: 'integer',
  zero: '\0',
  check: (value) => characterOf(wideCode(value)),
  read: (view, at) => characterOf(view.getUint32(at, true)),
  write: (view, at, value) => view.setUint32(at, wideCode(value), true),
};

export function readAddress(view: DataView, at: number): number {
  return view.getUint32(at, true) + view.getUint32(at + 4, true) * 4294967296;
}

export function writeAddress(view: DataView, at: number, address: number): void {
  view.setUint32(at, address, true);
  view.setUint32(at + 4, Math.floor(address / 4294967296), true);
}

function pointer(name: string, what: string, make: (text: string) => Uint8Array | null): Codec {
  const check = (value: unknown): unknown => {
    const given = value === undefined ? null : value;
    const made = typeof given === 'string' ? make(given) : given;
    const address = typeof made === 'bigint' ? made : addressOf(made);
    if ((typeof given === 'string' && made === null) || address === -1)
      return expected(name, what, value);
    return made;
  };
  const write = (view: DataView, at: number, value: unknown): unknown => {
    const made = check(value);
    if (typeof made === 'bigint') view.setBigInt64(at, made, true);
    else writeAddress(view, at, addressOf(made));
    return typeof made === 'object' || typeof made === 'function' ? made : undefined;
  };
  const read = (view: DataView, at: number): unknown => readAddress(view, at) || null;
  return {
    ...PLAIN,
    name,
    size: 8,
    ffi: types.void_p,
    leaf: 'integer',
    zero: null,
    check,
    read,
    write,
  };
}

export const VOID_P = pointer('c_void_p', 'an address, a buffer or null', () => null);

const refusesNul = (text: string, bytes: Uint8Array, nul: 1 | 4): Uint8Array | null =>
  text.includes('\0') ? null : terminated(bytes, nul);

export const CHAR_P: Codec = {
  ...pointer('c_char_p', 'a string without NUL, an address, a buffer or null', (text) =>
    refusesNul(text, encode(text), 1),
  ),
  ffi: types.char_p,
  read: (view, at) => {
    const address = readAddress(view, at);
    return address === 0 ? null : textAt(address);
  },
};

export const WCHAR_P: Codec = {
  ...pointer('c_wchar_p', 'a string without NUL, an address, a buffer or null', (text) =>
    refusesNul(text, encodeWide(text), 4),
  ),
  ffi: types.unichar_p,
  read: (view, at) => {
    const address = readAddress(view, at);
    return address === 0 ? null : wideTextAt(address);
  },
};
