// Which symbol a C function is called by: its own, or for a macro the one of the C function that is compiled around it.
// Functions of the prelude, which the runtime core calls, are no C functions: they take the environment first.
import type { CFunction } from '../../runtime/lltype/types.ts';

export const symbolOf = (callee: CFunction): string =>
  callee.macro !== null ? `mixmod_macro_${callee.name}` : callee.name;

export const isPreludeFunction = (callee: CFunction): boolean => callee.name.startsWith('mm.');
