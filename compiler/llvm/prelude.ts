// runtime/prelude/*.ll and the C functions of a unit → the text of the LLVM module that the unit's functions are added to.
import { InternalError } from '../graph/internal-error.ts';
import type { Host } from '../host.ts';

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
];

export function preludeText(folder: string, host: Host): string {
  return FILES.map((name) => {
    const path = host.resolve(folder, `${name}.ll`);
    const text = host.readText(path);
    if (text === undefined) throw new InternalError(`cannot read ${path}`);
    return text;
  }).join('\n');
}
