// A bit-field → its accessor: the number that its storage holds is read, and written with the bits changed.
import type { CData, CType } from './cdata.ts';
import type { Codec } from './codec.ts';
import type { Place } from './layout.ts';
import { codecOf, readScalar, writeScalar } from './simple.ts';

interface BitAccessor {
  get(this: CData): unknown;
  set(this: CData, value: unknown): void;
}

export function bitField(type: CType, place: Place, bigEndian: boolean): BitAccessor {
  const { bits, storage } = place;
  const codec = codecOf(type);
  if (!codec) throw new TypeError(`bit-fields of ${type.name} are not possible`);
  const shift = BigInt(place.bit);
  const mask = ((1n << BigInt(bits)) - 1n) << shift;
  const whole = { ...codec, size: storage.size, ...numberOf(storage.size, bigEndian) };
  const read = (holder: CData): bigint => readScalar(whole, holder, storage.offset) as bigint;
  return {
    get() {
      const raw = (read(this) & mask) >> shift;
      const value = codec.signed ? BigInt.asIntN(bits, raw) : raw;
      if (codec.name === 'c_bool') return value !== 0n;
      return codec.size === 8 ? value : Number(value);
    },
    set(value) {
      const given = BigInt(codec.check(value) as bigint | number | boolean);
      const next = (read(this) & ~mask) | ((given << shift) & mask);
      writeScalar(whole, this, storage.offset, next);
    },
  };
}

type Number_ = Pick<Codec, 'read' | 'write'>;

/** An unsigned number of so many bytes, as a bigint. */
function numberOf(size: number, bigEndian: boolean): Number_ {
  if (size === 8)
    return {
      read: (view, at) => view.getBigUint64(at, !bigEndian),
      write: (view, at, value) => view.setBigUint64(at, value as bigint, !bigEndian),
    };
  if (size !== 1 && size !== 2 && size !== 4) return byBytes(size);
  const [get, set] = [`getUint${8 * size}`, `setUint${8 * size}`] as ['getUint8', 'setUint8'];
  return {
    read: (view, at) => BigInt((view[get] as DataView['getUint16'])(at, !bigEndian)),
    write: (view, at, value) => (view[set] as DataView['setUint16'])(at, Number(value), !bigEndian),
  };
}

/** In a packed structure a bit-field may have nothing behind it that a larger number could be read with. */
function byBytes(size: number): Number_ {
  const places = Array.from({ length: size }, (_, index) => index);
  return {
    read: (view, at) =>
      places.reduce(
        (sum, byte) => sum | (BigInt(view.getUint8(at + byte)) << BigInt(8 * byte)),
        0n,
      ),
    write(view, at, value) {
      for (const byte of places)
        view.setUint8(at + byte, Number(((value as bigint) >> BigInt(8 * byte)) & 255n));
    },
  };
}
