// Types at random, of what the program declares and what the language has.
import type { Maker } from './maker.ts';
import {
  arrayOf,
  BOOLEAN,
  functionOf,
  I32,
  mapOf,
  NUMBER,
  nullableOf,
  numeric,
  NUMERICS,
  setOf,
  STRING,
  tupleOf,
  TYPED_ARRAYS,
  unionOf,
  type NumericName,
  type Type,
} from './types.ts';

const NAMES = Object.keys(NUMERICS) as readonly NumericName[];

export function someScalar({ random, enums }: Maker): Type {
  if (enums.length > 0 && random.chance(0.08)) return random.pick(enums);
  if (random.chance(0.35)) return NUMBER;
  if (random.chance(0.3)) return STRING;
  if (random.chance(0.3)) return BOOLEAN;
  return random.chance(0.4) ? I32 : numeric(random.pick(NAMES));
}

/** Of two or three kinds of values. */
function someUnion({ random, records, classes }: Maker): Type {
  const concrete = classes.filter((type) => !type.abstract);
  const objects = [arrayOf(random.pick([NUMBER, STRING])), ...records, ...concrete];
  const kinds: readonly (() => Type)[] = [
    () => (random.chance(0.7) ? NUMBER : I32),
    () => STRING,
    () => BOOLEAN,
    () => numeric(random.pick(['i64', 'u64'])),
    () => random.pick(objects),
  ];
  const start = random.below(kinds.length);
  const count = random.between(2, 3);
  return unionOf(
    Array.from({ length: count }, (_, i) => {
      const make = kinds[(start + i * (count === 2 ? 2 : 1)) % kinds.length];
      return make ? make() : NUMBER;
    }),
  );
}

/** `levels` says how deep it may be built of other types; 0 gives scalars. */
export function someType(maker: Maker, levels: number): Type {
  const { random, records, classes } = maker;
  if (levels <= 0 || random.chance(0.55)) return someScalar(maker);
  const below = (): Type => someType(maker, levels - 1);
  const concrete = classes.filter((type) => !type.abstract);
  switch (random.below(14)) {
    case 0:
    case 1:
    case 2:
      return arrayOf(below());
    case 3:
      return tupleOf(Array.from({ length: random.between(1, 3) }, below));
    case 4:
    case 5:
      return records.length > 0 ? random.pick(records) : arrayOf(below());
    case 6:
    case 7:
      return concrete.length > 0 ? random.pick(classes) : arrayOf(below());
    case 8:
      return nullableOf(below(), random.pick(['null', 'undefined']));
    case 9:
      return functionOf(
        Array.from({ length: random.between(0, 2) }, () => someScalar(maker)),
        someType(maker, levels - 2),
      );
    case 10:
      return mapOf(random.pick([NUMBER, STRING, I32]), below());
    case 11:
      return someUnion(maker);
    case 12:
      return setOf(random.pick([NUMBER, STRING, I32]));
    default:
      return random.pick(TYPED_ARRAYS);
  }
}
