// Which symbol a C function is called by: its own, or for a macro the one of the C function that is compiled around it.
import type { CFunction } from './types.ts';

export const symbolOf = (callee: CFunction): string =>
  callee.macro !== null ? `mixmod_macro_${callee.name}` : callee.name;
