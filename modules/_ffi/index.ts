// `mixmod/modules/_ffi`: C functions for JavaScript, called with hardly anything between.
export type { Addressed, Pointerish } from './addresses.ts';
export { CallbackPtr } from './callback-ptr.ts';
export { CDLL, get_libc, RTLD_GLOBAL, RTLD_LAZY, RTLD_LOCAL, RTLD_NOW } from './cdll.ts';
export { get_errno, set_errno } from './errno.ts';
export { LibraryError, SymbolError } from './errors.ts';
export { FuncPtr, type FunctionOptions } from './func-ptr.ts';
export type { StructureInstance } from './instance.ts';
export { load, store } from './memory.ts';
export { Field, Structure } from './structure.ts';
export { deref_pointer, types } from './types.ts';
export type { Arguments, FfiType, Given, PointerType, Result, Taken } from './types.ts';
