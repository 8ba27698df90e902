// Scalars in raw memory, untranslated: one reader and writer for each machine type.
import { CONVERSIONS } from '../numbers.ts';
import { MACHINE_LONG_DOUBLE } from './long-double.ts';
import { type BitPlace, POINTER_SIZE, sizeOf } from './layout.ts';
import { access, settle } from './memory.ts';
import type { LowLevelType, MachineType, Primitive } from './types.ts';

export type Scalar = number | bigint | boolean | undefined;

interface Accessor {
  readonly get: (bytes: DataView, offset: number) => Scalar;
  readonly set: (bytes: DataView, offset: number, value: number | bigint | boolean) => void;
}

const numberAccessor = (
  bits: 'Int8' | 'Uint8' | 'Int16' | 'Uint16' | 'Int32' | 'Uint32' | 'Float32' | 'Float64',
): Accessor => ({
  get: (bytes, offset) => bytes[`get${bits}`](offset, true),
  set: (bytes, offset, value) => bytes[`set${bits}`](offset, Number(value), true),
});

const ACCESSORS: { readonly [M in MachineType]: Accessor } = {
  i8: numberAccessor('Int8'),
  u8: numberAccessor('Uint8'),
  i16: numberAccessor('Int16'),
  u16: numberAccessor('Uint16'),
  i32: numberAccessor('Int32'),
  u32: numberAccessor('Uint32'),
  f32: numberAccessor('Float32'),
  f64: numberAccessor('Float64'),
  f80: MACHINE_LONG_DOUBLE,
  i64: {
    get: (bytes, offset) => bytes.getBigInt64(offset, true),
    set: (bytes, offset, value) => bytes.setBigInt64(offset, BigInt(value), true),
  },
  u64: {
    get: (bytes, offset) => bytes.getBigUint64(offset, true),
    set: (bytes, offset, value) => bytes.setBigUint64(offset, BigInt(value), true),
  },
  bool: {
    get: (bytes, offset) => bytes.getUint8(offset) !== 0,
    set: (bytes, offset, value) => bytes.setUint8(offset, value ? 1 : 0),
  },
  void: { get: () => undefined, set: () => undefined },
};

/** Reads a primitive. */
export function loadPrimitive(type: Primitive, address: number): Scalar {
  const { bytes, offset } = access(address, sizeOf(type), false);
  const value = ACCESSORS[type.machine].get(bytes, offset);
  return value === undefined ? value : CONVERSIONS[type.value](value);
}

/** Writes a primitive, wrapped to its width. Throws TypeError for what is no number, bigint or boolean. */
export function storePrimitive(type: Primitive, address: number, value: unknown): void {
  const wrapped = asNumeric(type, value);
  const place = access(address, sizeOf(type), true);
  ACCESSORS[type.machine].set(place.bytes, place.offset, wrapped);
  settle(address, place, sizeOf(type));
}

function asNumeric({ name, value: as }: Primitive, value: unknown): number | bigint | boolean {
  if (typeof value !== 'number' && typeof value !== 'bigint' && typeof value !== 'boolean') {
    const got = value === null ? 'null' : typeof value;
    throw new TypeError(`expected a value of ${name}, got ${got}`);
  }
  return CONVERSIONS[as](value) ?? 0;
}

/** Reads a bit-field. */
export function loadBits(
  type: LowLevelType,
  { unit, shift, width }: BitPlace,
  address: number,
): Scalar {
  const { bytes, offset } = accessBits(address, { unit, shift, width }, false);
  const bits = BigInt.asUintN(width, readUnit(bytes, offset, unit) >> BigInt(shift));
  const { machine, value } = integer(type);
  return CONVERSIONS[value](machine.startsWith('i') ? BigInt.asIntN(width, bits) : bits);
}

export function storeBits(
  type: LowLevelType,
  place: BitPlace,
  address: number,
  value: unknown,
): void {
  const { unit, shift, width } = place;
  const wrapped = asNumeric(integer(type), value);
  const { bytes, offset } = accessBits(address, place, true);
  const mask = ((1n << BigInt(width)) - 1n) << BigInt(shift);
  const bits = (BigInt.asUintN(64, BigInt(wrapped)) << BigInt(shift)) & mask;
  let whole = (readUnit(bytes, offset, unit) & ~mask) | bits;
  for (let i = 0; i < unit; i++, whole >>= 8n) bytes.setUint8(offset + i, Number(whole & 0xffn));
  settle(address, { bytes, offset }, unit);
}

function readUnit(bytes: DataView, offset: number, unit: number): bigint {
  let whole = 0n;
  for (let i = unit - 1; i >= 0; i--) whole = (whole << 8n) | BigInt(bytes.getUint8(offset + i));
  return whole;
}

/** Only the bytes that the bit-field lies in count as read or written; the unit may have others. */
function accessBits(
  address: number,
  { unit, shift, width }: BitPlace,
  writes: boolean,
): ReturnType<typeof access> {
  const first = Math.floor(shift / 8);
  const last = Math.floor((shift + width - 1) / 8);
  const whole = access(address, unit, null);
  access(address + first, last - first + 1, writes);
  return whole;
}

function integer(type: LowLevelType): Primitive {
  if (type.kind !== 'primitive') throw new TypeError('a bit-field that is no integer');
  return type;
}

/** Reads a pointer's address. */
export function loadAddress(address: number): number {
  const { bytes, offset } = access(address, POINTER_SIZE, false);
  return Number(bytes.getBigUint64(offset, true));
}

export function storeAddress(address: number, value: number): void {
  const place = access(address, POINTER_SIZE, true);
  place.bytes.setBigUint64(place.offset, BigInt(value), true);
  settle(address, place, POINTER_SIZE);
}
