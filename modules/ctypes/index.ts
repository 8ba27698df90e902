// `mixmod/modules/ctypes`: CPython's ctypes for JavaScript.
export {
  BigEndianStructure,
  BigEndianUnion,
  LittleEndianStructure,
  LittleEndianUnion,
  Structure,
  Union,
} from './aggregates.ts';
export type { AggregateType, Instance, Options } from './aggregates.ts';
export { ARRAY, type ArrayType, type CArray } from './array.ts';
export { addressof, alignment, CData, sizeof, type CType } from './cdata.ts';
export { ArgumentError } from './errors.ts';
export type { ArrayItems, Items } from './items.ts';
export { find_library } from './find.ts';
export { get_errno, set_errno } from './errno.ts';
export type { Restype } from './caller.ts';
export type { CFunction, Errcheck, FunctionObject, FunctionType, ParamFlag } from './function.ts';
export type { TypedFunction, TypedFunctionType } from './typed-function.ts';
export { cdll, CDLL, DEFAULT_MODE, LibraryLoader, RTLD_GLOBAL, RTLD_LOCAL } from './library.ts';
export {
  create_string_buffer,
  create_unicode_buffer,
  memmove,
  memset,
  resize,
  string_at,
  wstring_at,
} from './memory-functions.ts';
export { byref, cast, type Pointer, pointer, POINTER, type PointerTypeOf } from './pointer.ts';
export { CFUNCTYPE, type PrototypeOptions } from './prototypes.ts';
export * from './simple-types.ts';
export { type FieldDescriptor, fieldof, type FieldSpec } from './structure.ts';
export { memoryview, type MemoryView } from './memoryview.ts';
