// A seed → declarations of structures and unions, as data that Python and ctypes here both read.

export interface FieldData {
  readonly name: string;
  /** The name of a simple type, or the index of an earlier declaration. */
  readonly type: string | number;
  /** 0: no array. */
  readonly length: number;
  readonly bits: number;
}

export interface Declaration {
  readonly base: 'Structure' | 'Union' | 'BigEndianStructure' | 'BigEndianUnion';
  readonly pack: number;
  readonly fields: readonly FieldData[];
}

const SCALARS = 'byte ubyte short ushort int uint long ulong'.split(' ').map((name) => `c_${name}`);
const OTHERS = ['c_float', 'c_double', 'c_char'];
const NATIVE = ['c_bool', 'c_void_p', 'c_wchar', 'c_longdouble'];
const BITS: { readonly [name: string]: number } = {
  c_byte: 8,
  c_ubyte: 8,
  c_short: 16,
  c_ushort: 16,
  c_int: 32,
  c_uint: 32,
  c_long: 64,
  c_ulong: 64,
};

/** Mulberry32. */
export function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

export function declarations(seed: number, count: number): Declaration[] {
  const below = random(seed);
  const pick = <T>(items: readonly T[]): T => items[below(items.length)] as T;
  const made: Declaration[] = [];
  while (made.length < count) {
    const bigEndian = below(5) === 0;
    const isUnion = below(4) === 0;
    const withBits = below(2) === 0;
    const pack = below(3) === 0 ? pick([1, 2, 4, 8]) : 0;
    const fields: FieldData[] = [];
    const simple = [...SCALARS, ...OTHERS, ...(bigEndian ? [] : NATIVE)];
    for (let left = 1 + below(7); left > 0; left--) {
      const name = `f${fields.length}`;
      // Bit-fields of a union that follow each other get negative offsets in CPython.
      const isBits = withBits && below(3) > 0 && !(isUnion && (fields.at(-1)?.bits ?? 0) > 0);
      if (isBits) {
        const type = pick(SCALARS);
        fields.push({ name, type, length: 0, bits: 1 + below(BITS[type] ?? 1) });
      } else if (made.length > 0 && below(5) === 0) {
        const type = made.length - 1 - below(Math.min(made.length, 40));
        // Python 3.11 refuses unions where the bytes are in the other order.
        const refused = bigEndian && made[type]?.base.endsWith('Union') === true;
        if (!refused)
          fields.push({ name, type, length: below(3) === 0 ? 1 + below(3) : 0, bits: 0 });
      } else
        fields.push({
          name,
          type: pick(simple),
          length: below(4) === 0 ? 1 + below(5) : 0,
          bits: 0,
        });
    }
    const base = `${bigEndian ? 'BigEndian' : ''}${isUnion ? 'Union' : 'Structure'}` as const;
    if (fields.length > 0) made.push({ base, pack, fields });
  }
  return made;
}

/** What is written to integers: the `index`th that is written of declaration `number`. */
const valueFor = (number: number, index: number): number =>
  (number * 7919 + index * 104729 + 12345) % 2147483647;

/** Bit-fields of types of different sizes share storage at places that CPython does not read right. */
const hasMixedBits = ({ fields }: Declaration): boolean =>
  fields.some(
    ({ bits, type }, index) =>
      bits > 0 &&
      (fields[index - 1]?.bits ?? 0) > 0 &&
      BITS[fields[index - 1]?.type ?? ''] !== BITS[type],
  );

/** A scalar, or a text, however deep it lies inside. */
export interface LeafData {
  readonly path: readonly (string | number)[];
  readonly type: string;
  readonly value: number | string | boolean;
  /** What is read is compared, too: not where other members of a union may have left what is no value of the type. */
  readonly isRead: boolean;
}

const MOST_LEAVES = 40;
const ODD_IN_UNIONS = ['c_wchar', 'c_longdouble', 'c_void_p'];

/** What is written to an instance of declaration `number`: the first of its scalars. */
export function leavesOf(all: readonly Declaration[], number: number): LeafData[] {
  const made: LeafData[] = [];
  const add = (path: LeafData['path'], type: string, length: number, inUnion: boolean): void => {
    const isText = length > 0;
    const isRead = !inUnion || (!isText && !ODD_IN_UNIONS.includes(type));
    const value = leafValue(type, length, valueFor(number, made.length));
    if (made.length < MOST_LEAVES) made.push({ path, type, value, isRead });
  };
  const visit = (of: number, path: LeafData['path'], inUnion: boolean): void => {
    const declaration = all[of];
    if (!declaration || hasMixedBits(declaration) || made.length >= MOST_LEAVES) return;
    const within = inUnion || declaration.base.endsWith('Union');
    for (const { name, type, length } of declaration.fields) {
      const at = [...path, name];
      const places = length === 0 ? [at] : Array.from({ length }, (_, item) => [...at, item]);
      if (typeof type === 'number') for (const place of places) visit(type, place, within);
      else if (length > 0 && type.endsWith('char')) add(at, type, length, within);
      else for (const place of places) add(place, type, 0, within);
    }
  };
  visit(number, [], false);
  return made;
}

function leafValue(type: string, length: number, value: number): LeafData['value'] {
  const letter = (index: number): string => String.fromCharCode(65 + ((value + index) % 26));
  if (type.endsWith('char'))
    return Array.from({ length: length || 1 }, (_, i) => letter(i)).join('');
  if (type === 'c_bool') return value % 2 === 1;
  // Of floating point numbers: exact in all sizes.
  return /float|double/.test(type) ? (value % 1000) / 8 : value;
}
