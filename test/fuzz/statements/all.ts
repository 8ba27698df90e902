// All constructs that are statements.
import type { Statement } from '../generate/maker.ts';
import { CHANGES } from './collections.ts';
import { CONTROL } from './control.ts';
import { ERRORS } from './errors.ts';
import { GENERATORS } from './generators.ts';
import { VARIABLES } from './variables.ts';

export const STATEMENTS: readonly Statement[] = [
  ...CHANGES,
  ...CONTROL,
  ...ERRORS,
  ...GENERATORS,
  ...VARIABLES,
];
