// The functions that printed code may call, as JavaScript texts. A module carries those that it uses.
import { BOUNDARY } from './boundary.ts';
import { INTEGERS } from './integers.ts';
import { JOBS } from './jobs.ts';
import { MEMORY } from './memory.ts';
import { OBJECTS } from './objects.ts';
import { SIZES } from './sizes.ts';

const TABLE = { ...BOUNDARY, ...INTEGERS, ...JOBS, ...MEMORY, ...OBJECTS, ...SIZES } as const;

export type PreludeName = keyof typeof TABLE;
const PRELUDE: { readonly [K in PreludeName]: string } = TABLE;

export const preludeName = (name: PreludeName): string => `$${name}`;

/** The texts of `used` and of what they use themselves, in the order of the table. */
export function preludeTexts(used: ReadonlySet<PreludeName>): readonly string[] {
  const wanted = new Set(used);
  // A set's iteration also visits what is added meanwhile.
  for (const name of wanted) {
    for (const [, other = ''] of PRELUDE[name].matchAll(/\$(\w+)/g)) {
      if (other in PRELUDE) wanted.add(other as PreludeName);
    }
  }
  const names = Object.keys(PRELUDE) as PreludeName[];
  return names.filter((name) => wanted.has(name)).map((name) => PRELUDE[name]);
}
