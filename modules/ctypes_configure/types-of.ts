// Answers → types and values of ctypes.
import {
  ARRAY,
  c_bool,
  c_byte,
  c_char,
  c_int,
  c_long,
  c_short,
  c_ubyte,
  c_uint,
  c_ulong,
  c_ushort,
  type CType,
  type FieldSpec,
  sizeof,
  Structure,
  Union,
} from '../ctypes/index.ts';
import { bytesOfBits, type Place } from '../ctypes/layout.ts';
import { giveLayout } from '../ctypes/structure.ts';
import type { Answer, FieldPlace } from './answers.ts';
import type { Entry } from './entries.ts';

/** What is wrong with an answer. */
export class WrongAnswer extends Error {}

const SIGNED: { readonly [size: number]: CType } = { 1: c_byte, 2: c_short, 4: c_int, 8: c_long };
const UNSIGNED: { readonly [size: number]: CType } = {
  1: c_ubyte,
  2: c_ushort,
  4: c_uint,
  8: c_ulong,
};
const INTEGERS = new Set([...Object.values(SIGNED), ...Object.values(UNSIGNED)]);

export function valueOf(entry: Entry, answer: Answer): unknown {
  switch (answer.kind) {
    case 'error':
      throw new WrongAnswer(answer.message);
    case 'simple-type': {
      const { size, signed, isInteger } = answer;
      if (entry.kind !== 'SimpleType') throw new WrongAnswer('it is a type');
      return sized(entry.type, size, isInteger ? signed : null);
    }
    case 'struct':
      if (entry.kind !== 'Struct') throw new WrongAnswer('it is a structure');
      return structOf(entry, answer);
    case 'value':
      if (entry.kind === 'Works' && answer.value === false)
        throw new WrongAnswer(answer.why ?? 'it does not compile');
      return decoded(answer.value);
  }
}

function decoded(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if ('bigint' in value) return BigInt(value.bigint as string);
  if ('double' in value) return Number(value.double);
  return Object.freeze(
    Object.fromEntries(Object.entries(value).map(([name, one]) => [name, decoded(one)])),
  );
}

/** The type itself; of an integer, the one that C has. */
function sized(hint: CType, size: number, signed: boolean | null): CType {
  if (INTEGERS.has(hint) && signed !== null) {
    const type = (signed ? SIGNED : UNSIGNED)[size];
    if (type) return type;
  }
  if (sizeof(hint) === size) return hint;
  throw new WrongAnswer(`it has ${size} bytes in C, ${hint.name} has ${sizeof(hint)}`);
}

type StructEntry = Extract<Entry, { kind: 'Struct' }>;
type StructAnswer = Extract<Answer, { kind: 'struct' }>;

function structOf({ name, fields }: StructEntry, answer: StructAnswer): CType {
  const places = new Map(answer.fields.map((field) => [field.name, field]));
  const found = fields.map(([field, hint]) => {
    const place = places.get(field);
    if (!place) throw new WrongAnswer(`it has no field ${field}`);
    return foundField(field, hint, place, answer.size);
  });
  const { size, alignment } = answer;
  const whole: Found = { spec: ['_size', ARRAY(c_char, size)], place: plain(0, size) };
  const all = answer.union ? [...found, whole] : padded(found, size);
  const base = answer.union ? Union : Structure;
  const type = base(
    all.map(({ spec }) => spec),
    { name: name.replace(/^(?:struct|union)\s+/, '') },
  );
  giveLayout(type, { size, alignment, places: all.map(({ place }) => place) });
  return type;
}

interface Found {
  readonly spec: FieldSpec;
  readonly place: Place;
}

function foundField(field: string, hint: CType, place: FieldPlace, whole: number): Found {
  const { offset, size, signed, bits } = place;
  // `T[]` at the end: as many items as are declared lie behind the structure.
  if (size === null) throw new WrongAnswer(`field ${field} has no size in C`);
  try {
    const type = sized(hint, size, signed);
    if (!bits) return { spec: [field, type], place: plain(offset, size) };
    if (!INTEGERS.has(type) && type !== c_bool)
      throw new WrongAnswer(`it is a bit-field of C, ${type.name} is no integer`);
    return { spec: [field, type, bits.width], place: bitPlace(bits, size, whole) };
  } catch (error) {
    throw new WrongAnswer(`field ${field}: ${(error as Error).message}`);
  }
}

const plain = (offset: number, size: number): Place => ({
  offset,
  bit: 0,
  bits: 0,
  storage: { offset, size },
});

/** `size`: of the declared type. Compilers keep to its unit, at a multiple of its size, but in packed structures. */
function bitPlace({ offset, width }: Bits, size: number, whole: number): Place {
  const unit = Math.floor(offset / 8 / size) * size;
  if (offset + width <= 8 * (unit + size) && unit + size <= whole)
    return bitsIn(unit, size, { offset, width });
  const first = offset >> 3;
  const bytes = ((offset + width - 1) >> 3) - first + 1;
  if (bytes > 8) throw new WrongAnswer(`its ${width} bits lie in ${bytes} bytes of C`);
  return bitsIn(first, bytes, { offset, width });
}

const bitsIn = (offset: number, size: number, bits: Bits): Place => ({
  offset,
  bit: bits.offset - 8 * offset,
  bits: bits.width,
  storage: { offset, size },
});

type Bits = NonNullable<FieldPlace['bits']>;

/** What C has besides are bytes between: `_pad0` …. Bit-fields share bytes, and so do members of anonymous unions. */
function padded(found: readonly Found[], size: number): readonly Found[] {
  const fields: Found[] = [];
  let [end, pads] = [0, 0];
  const pad = (to: number): void => {
    if (to <= end) return;
    fields.push({ spec: [`_pad${pads++}`, ARRAY(c_ubyte, to - end)], place: plain(end, to - end) });
  };
  const bytesOf = (place: Place): readonly [number, number] => {
    if (place.bits === 0) return [place.offset, place.offset + place.storage.size];
    const bytes = bytesOfBits(place);
    return [bytes[0] ?? 0, (bytes.at(-1) ?? 0) + 1];
  };
  const first = ({ place }: Found): number => 8 * place.offset + place.bit;
  for (const one of found.toSorted((a, b) => first(a) - first(b))) {
    const [from, to] = bytesOf(one.place);
    pad(from);
    fields.push(one);
    end = Math.max(end, to);
  }
  pad(size);
  return fields;
}
