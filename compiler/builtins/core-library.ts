// Where the compiled runtime core lies in the package, and what its functions are called in LLVM modules.

/** Relative to the package. */
export const CORE_LIBRARY = 'dist/runtime/core.o';

export const CORE_PREFIX = 'mm.core.';

export const coreSymbol = (name: string): string => CORE_PREFIX + name;
