// Fields and items → accessors on a prototype: their text has the offsets, so that reading a number is one access of a DataView.
import { generate } from '../_ffi/support.ts';
import { FETCH, type ScalarSize } from '../_ffi/fetch.ts';
import { FETCH_ADDRESS } from '../_ffi/frame.ts';
import { addressIn, addressSource } from './address-cell.ts';
import { bitField } from './bit-field.ts';
import { type CData, type CType, infoOf, type TypeInfo } from './cdata.ts';
import type { Codec } from './codec.ts';
import type { Place } from './layout.ts';
import { fetchOf, PASSAGE, put } from './memory.ts';
import { codecOf, isPlain } from './simple.ts';

export interface PlacedField {
  readonly name: string;
  readonly type: CType;
  readonly place: Place;
}

export interface Accessor {
  get(this: CData): unknown;
  set(this: CData, value: unknown): void;
}

export function accessorOf(field: PlacedField, bigEndian: boolean): Accessor {
  const { type, place } = field;
  if (place.bits > 0) return bitField(type, place, bigEndian);
  const codec = numberCodec(type);
  if (!codec) return general(infoOf(type), place.offset);
  return generate(
    `return {
  get() { ${readSource(codec, String(place.offset))} },
  set(value) { const checked = check(value); ${writeSource(codec, String(place.offset))} },
};`,
    valuesOf(codec),
  ) as Accessor;
}

/** What the texts use. */
const valuesOf = ({ size, check }: Codec): Readonly<Record<string, unknown>> => ({
  fetch: fetchOf(size),
  put,
  PASSAGE,
  check,
});

/** Statements that give the number at an offset of `this`; no part of the text is a user's. */
const readSource = (
  { method, little }: Codec,
  offset: string,
): string => `const { $view: view, $at: at } = this;
    if (view !== null) return view.get${method}(at + ${offset}, ${little});
    fetch(at + ${offset});
    return PASSAGE.get${method}(0, ${little});`;

/** Statements that write `checked`. */
const writeSource = ({ method, little, size }: Codec, offset: string): string =>
  `const { $view: view, $at: at } = this;
    if (view !== null) view.set${method}(at + ${offset}, checked, ${little});
    else { PASSAGE.set${method}(0, checked, ${little}); put(at + ${offset}, ${size}); }`;

/** What reads and writes items by index. */
export interface Items {
  get(this: CData, index: number): unknown;
  set(this: CData, index: number, value: unknown): void;
}

/** Of an array; null where the items are no plain numbers. `refuseIndex` throws. */
export function arrayItems(
  type: CType,
  length: number,
  refuseIndex: (array: CData, index: unknown) => never,
): Items | null {
  const codec = numberCodec(type);
  if (!codec) return null;
  const place = `const item = index < 0 ? index + ${length} : index;
    if ((item >>> 0) !== item || item >= ${length}) refuseIndex(this, index);`;
  const offset = `item * ${codec.size}`;
  const source = `return {
  get(index) { ${place} ${readSource(codec, offset)} },
  set(index, value) { ${place} const checked = check(value); ${writeSource(codec, offset)} },
};`;
  return generate(source, { ...valuesOf(codec), refuseIndex }) as Items;
}

/** Behind a pointer. */
export function pointerItems(
  type: CType,
  refuseIndex: (pointer: CData, index: unknown) => never,
): Items | null {
  const codec = numberCodec(type);
  if (!codec) return null;
  const { method, little, size } = codec;
  const fetch = `F64[${FETCH_ADDRESS}] = address + index * ${size}; fetchItem();`;
  const place = `const { $view: view, $at: at } = this, address = ${addressSource('this')};
    if (address === 0 || typeof index !== 'number' || (index | 0) !== index) refuseIndex(this, index);`;
  const source = `return {
  get(index) { ${place} ${fetch} return PASSAGE.get${method}(0, ${little}); },
  set(index, value) {
    const checked = check(value);
    ${place}
    PASSAGE.set${method}(0, checked, ${little}); put(address + index * ${size}, ${size});
  },
};`;
  return generate(source, {
    ...valuesOf(codec),
    refuseIndex,
    addressIn,
    fetchItem: FETCH[size as ScalarSize],
  }) as Items;
}

/** Its instances have these in place of those for all types. */
export function defineItems(type: CType, { get, set }: Items): void {
  const hidden = { writable: true, configurable: true };
  Object.defineProperties(type.prototype, {
    get: { value: get, ...hidden },
    set: { value: set, ...hidden },
  });
}

const numberCodec = (type: CType): Codec | undefined => {
  const codec = isPlain(type) ? codecOf(type) : undefined;
  return codec?.method === null ? undefined : codec;
};

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
