// rffi's types built from lltype's: pointers to each C type, C's arrays and structures.
import {
  makeArray,
  makeFixedSizeArray,
  makeOpaqueType,
  makePtr,
  makeStruct,
} from '../lltype/constructors.ts';
import { RFFI_PRIMITIVES } from '../lltype/primitives.ts';
import type { ArrayType, LowLevelType, OpaqueType, Ptr, Struct } from '../lltype/types.ts';

export const CArray = (item: LowLevelType): ArrayType =>
  makeArray(item, { hints: { nolength: true } });
export const CFixedArray = makeFixedSizeArray;
export const CArrayPtr = (item: LowLevelType): Ptr => makePtr(CArray(item));
export const COpaque = (name: string, options?: { readonly size?: number }): OpaqueType =>
  makeOpaqueType(name, options);
export const COpaquePtr = (name: string, options?: { readonly size?: number }): Ptr =>
  makePtr(COpaque(name, options));
export const CStructPtr = (name: string, ...parts: readonly unknown[]): Ptr =>
  makePtr(CStruct(name, ...parts));

/** Every field is exposed with the prefix `c_`, so that a C name never clashes with one of ours. */
export function CStruct(name: string, ...parts: readonly unknown[]): Struct {
  const prefixed = parts.map((part: unknown): unknown => {
    if (!Array.isArray(part)) return part;
    const [field, ...rest]: readonly unknown[] = part;
    return [typeof field === 'string' ? `c_${field}` : field, ...rest];
  });
  return makeStruct(name, `struct ${name}`, prefixed);
}

export const VOIDP = makePtr(makeOpaqueType('void'));
const CCHARP = CArrayPtr(RFFI_PRIMITIVES.CHAR);

/** The pointer types by name: `INTP` is `int *`. */
export const POINTER_TYPES = Object.freeze({
  VOIDP,
  VOIDPP: CArrayPtr(VOIDP),
  CCHARP,
  CONST_CCHARP: CCHARP,
  CCHARPP: CArrayPtr(CCHARP),
  SIGNEDCHARP: CArrayPtr(RFFI_PRIMITIVES.SIGNEDCHAR),
  UCHARP: CArrayPtr(RFFI_PRIMITIVES.UCHAR),
  SHORTP: CArrayPtr(RFFI_PRIMITIVES.SHORT),
  USHORTP: CArrayPtr(RFFI_PRIMITIVES.USHORT),
  INTP: CArrayPtr(RFFI_PRIMITIVES.INT),
  UINTP: CArrayPtr(RFFI_PRIMITIVES.UINT),
  LONGP: CArrayPtr(RFFI_PRIMITIVES.LONG),
  ULONGP: CArrayPtr(RFFI_PRIMITIVES.ULONG),
  LONGLONGP: CArrayPtr(RFFI_PRIMITIVES.LONGLONG),
  ULONGLONGP: CArrayPtr(RFFI_PRIMITIVES.ULONGLONG),
  SIZE_TP: CArrayPtr(RFFI_PRIMITIVES.SIZE_T),
  SSIZE_TP: CArrayPtr(RFFI_PRIMITIVES.SSIZE_T),
  PTRDIFF_TP: CArrayPtr(RFFI_PRIMITIVES.PTRDIFF_T),
  INTPTR_TP: CArrayPtr(RFFI_PRIMITIVES.INTPTR_T),
  UINTPTR_TP: CArrayPtr(RFFI_PRIMITIVES.UINTPTR_T),
  TIME_TP: CArrayPtr(RFFI_PRIMITIVES.TIME_T),
  WCHAR_TP: CArrayPtr(RFFI_PRIMITIVES.WCHAR_T),
  INT8_TP: CArrayPtr(RFFI_PRIMITIVES.INT8_T),
  UINT8_TP: CArrayPtr(RFFI_PRIMITIVES.UINT8_T),
  INT16_TP: CArrayPtr(RFFI_PRIMITIVES.INT16_T),
  UINT16_TP: CArrayPtr(RFFI_PRIMITIVES.UINT16_T),
  INT32_TP: CArrayPtr(RFFI_PRIMITIVES.INT32_T),
  UINT32_TP: CArrayPtr(RFFI_PRIMITIVES.UINT32_T),
  INT64_TP: CArrayPtr(RFFI_PRIMITIVES.INT64_T),
  UINT64_TP: CArrayPtr(RFFI_PRIMITIVES.UINT64_T),
  DOUBLEP: CArrayPtr(RFFI_PRIMITIVES.DOUBLE),
  FLOATP: CArrayPtr(RFFI_PRIMITIVES.FLOAT),
});
