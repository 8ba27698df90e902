// All constructs that are expressions.
import type { Expression } from '../generate/maker.ts';
import { ARRAYS } from './arrays.ts';
import { BOOLEANS } from './booleans.ts';
import { COLLECTIONS } from './collections.ts';
import { FUNCTIONS } from './functions.ts';
import { ITERATION } from './iteration.ts';
import { NUMBERS } from './numbers.ts';
import { OBJECTS } from './objects.ts';
import { PLACES } from './places.ts';
import { RECORDS } from './records.ts';
import { STRINGS } from './strings.ts';
import { UNIONS } from './unions.ts';

export const EXPRESSIONS: readonly Expression[] = [
  ...ARRAYS,
  ...BOOLEANS,
  ...COLLECTIONS,
  ...FUNCTIONS,
  ...ITERATION,
  ...NUMBERS,
  ...OBJECTS,
  ...PLACES,
  ...RECORDS,
  ...STRINGS,
  ...UNIONS,
];
