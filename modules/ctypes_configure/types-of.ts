// Answers → types and values of ctypes.
import {
  ARRAY,
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
  fieldof,
  sizeof,
  Structure,
  Union,
} from '../ctypes/index.ts';
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
    return { field, place, type: fieldType(field, hint, place) };
  });
  const list = answer.union
    ? found.map(({ field, type }): FieldSpec => [field, type])
    : padded(found, answer.size);
  const options = {
    name: name.replace(/^(?:struct|union)\s+/, ''),
    _pack_: 1,
    _align_: answer.alignment,
  };
  const base = answer.union ? Union : Structure;
  const whole = answer.union ? [...list, ['_size', ARRAY(c_char, answer.size)] as const] : list;
  const type = base(whole, options);
  for (const { field, place } of found)
    if (place.bits === undefined && fieldof(type, field).offset !== place.offset)
      throw new WrongAnswer(`field ${field} is at ${place.offset} in C`);
  if (sizeof(type) !== answer.size) throw new WrongAnswer(`it has ${answer.size} bytes in C`);
  return type;
}

function fieldType(field: string, hint: CType, { size, signed, bits }: FieldPlace): CType {
  if (bits) throw new WrongAnswer(`field ${field} is a bit-field: declare the structure by hand`);
  // `T[]` at the end: as many items as are declared lie behind the structure.
  if (size === null) throw new WrongAnswer(`field ${field} has no size in C`);
  try {
    return sized(hint, size, signed);
  } catch (error) {
    throw new WrongAnswer(`field ${field}: ${(error as Error).message}`);
  }
}

interface Found {
  readonly field: string;
  readonly place: FieldPlace;
  readonly type: CType;
}

/** What C has besides are bytes between: `_pad0` …. Places are C's, so no other padding is made. */
function padded(found: readonly Found[], size: number): readonly FieldSpec[] {
  const fields: FieldSpec[] = [];
  let [end, pads] = [0, 0];
  const pad = (to: number): void => {
    if (to > end) fields.push([`_pad${pads++}`, ARRAY(c_ubyte, to - end)]);
  };
  for (const { field, place, type } of found.toSorted((a, b) => a.place.offset - b.place.offset)) {
    if (place.offset < end) throw new WrongAnswer(`field ${field} lies in another one`);
    pad(place.offset);
    fields.push([field, type]);
    end = place.offset + sizeof(type);
  }
  pad(size);
  return fields;
}
