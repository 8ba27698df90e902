// runtime/prelude/*.ll and the C functions of a unit → the text of the LLVM module that the unit's functions are added to.
import { join } from 'node:path';
import { packageFile, packageRoot } from '../package-root.ts';

/** The layout stands in the first one. */
const FILES = [
  'environment',
  'memory',
  'numbers',
  'errors',
  'strings',
  'arguments',
  'results',
  'module',
  'heap',
];

const FOLDER = join(packageRoot, 'runtime/prelude');

export const preludeText = (): string =>
  FILES.map((name) => packageFile(join(FOLDER, `${name}.ll`))).join('\n');
