// Which C functions are functions of the prelude, which the runtime core calls: they take the environment first.
import type { CFunction } from '../../runtime/lltype/types.ts';

/** Which symbol a C function is called by. */
export const symbolOf = (callee: CFunction): string => callee.symbol;

export const isPreludeFunction = (callee: CFunction): boolean => callee.name.startsWith('mm.');
