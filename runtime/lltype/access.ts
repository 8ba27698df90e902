// Scalars in raw memory, untranslated: one reader and writer for each machine type.
import { CONVERSIONS } from '../numbers.ts';
import { POINTER_SIZE, sizeOf } from './layout.ts';
import { access } from './memory.ts';
import type { MachineType, Primitive } from './types.ts';

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
  if (typeof value !== 'number' && typeof value !== 'bigint' && typeof value !== 'boolean') {
    const got = value === null ? 'null' : typeof value;
    throw new TypeError(`expected a value of ${type.name}, got ${got}`);
  }
  const wrapped = CONVERSIONS[type.value](value);
  const { bytes, offset } = access(address, sizeOf(type), true);
  if (wrapped !== undefined) ACCESSORS[type.machine].set(bytes, offset, wrapped);
}

/** Reads a pointer's address. */
export function loadAddress(address: number): number {
  const { bytes, offset } = access(address, POINTER_SIZE, false);
  return Number(bytes.getBigUint64(offset, true));
}

export function storeAddress(address: number, value: number): void {
  const { bytes, offset } = access(address, POINTER_SIZE, true);
  bytes.setBigUint64(offset, BigInt(value), true);
}
