// Ops of debug builds: what a debugger must know of the source. They compute nothing, and no other build has them.
import { op } from './op.ts';

export const SOURCE_OPS = {
  source_statement: op(
    [],
    [],
    'a statement of the source begins here: a debugger can stop, even where the statement needs no op',
  ),
  source_local: op(
    ['...any'],
    [],
    "from here on the variable `index` of the graph's `locals` has this value, in low graphs its low values",
    { attributes: ['index'] },
  ),
} as const;
