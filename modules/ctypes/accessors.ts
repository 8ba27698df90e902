// Fields → accessors on a prototype: their text has the offsets, so that reading a number is one access of a DataView.
import type { CData, CType, TypeInfo } from './cdata.ts';
import { infoOf } from './cdata.ts';
import type { Place } from './layout.ts';
import { fetch, PASSAGE, put } from './memory.ts';
import { codecOf, isPlain, readScalar, writeScalar } from './simple.ts';

export interface PlacedField {
  readonly name: string;
  readonly type: CType;
  readonly place: Place;
}

interface Accessor {
  get(this: CData): unknown;
  set(this: CData, value: unknown): void;
}

export function accessorOf(field: PlacedField, bigEndian: boolean): Accessor {
  const { type, place } = field;
  if (place.bits > 0) return bitField(field, bigEndian);
  const codec = isPlain(type) ? codecOf(type) : undefined;
  if (!codec || codec.method === null) return general(infoOf(type), place.offset);
  const values = { fetch, put, PASSAGE, check: codec.check };
  const { method, little, size } = codec;
  const { offset } = place;
  // No part of the text is a user's.
  const source = `'use strict'; const { fetch, put, PASSAGE, check } = values;
return {
  get() {
    const { _view, _at } = this;
    if (_view !== null) return _view.get${method}(_at + ${offset}, ${little});
    fetch(_at + ${offset}, ${size});
    return PASSAGE.get${method}(0, ${little});
  },
  set(value) {
    const checked = check(value);
    const { _view, _at } = this;
    if (_view !== null) _view.set${method}(_at + ${offset}, checked, ${little});
    else { PASSAGE.set${method}(0, checked, ${little}); put(_at + ${offset}, ${size}); }
  },
};`;
  return (new Function('values', source) as (given: object) => Accessor)(values);
}

function general(info: TypeInfo, offset: number): Accessor {
  return {
    get() {
      return info.get(this, offset);
    },
    set(value) {
      info.set(this, offset, value);
    },
  };
}

const UNITS = { 1: 'Uint8', 2: 'Uint16', 4: 'Uint32' } as const;

function bitField({ type, place }: PlacedField, bigEndian: boolean): Accessor {
  const { bits, storage } = place;
  const codec = codecOf(type);
  if (!codec) throw new TypeError(`bit-fields of ${type.name} are not possible`);
  const shift = BigInt(place.bit);
  const mask = ((1n << BigInt(bits)) - 1n) << shift;
  const read = (holder: CData): bigint => BigInt(readUnit(holder));
  const unit = storage.size === 8 ? 'BigUint64' : UNITS[storage.size as 1 | 2 | 4];
  const whole = {
    ...codec,
    size: storage.size,
    read: (view: DataView, at: number): unknown => view[`get${unit}`](at, !bigEndian),
    write: (view: DataView, at: number, value: unknown): void =>
      view[`set${unit}`](at, value as never, !bigEndian),
  };
  const readUnit = (holder: CData): bigint | number =>
    readScalar(whole, holder, storage.offset) as bigint | number;
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
      writeScalar(whole, this, storage.offset, storage.size === 8 ? next : Number(next));
    },
  };
}
