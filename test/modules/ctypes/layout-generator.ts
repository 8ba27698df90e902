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

/** What is written to the integer field `index` of declaration `number`. */
export const valueFor = (number: number, index: number): number =>
  (number * 7919 + index * 104729 + 12345) % 2147483647;

/** Bit-fields of types of different sizes share storage at places that CPython does not read right. */
export const hasMixedBits = ({ fields }: Declaration): boolean =>
  fields.some(
    ({ bits, type }, index) =>
      bits > 0 &&
      (fields[index - 1]?.bits ?? 0) > 0 &&
      BITS[fields[index - 1]?.type ?? ''] !== BITS[type],
  );
