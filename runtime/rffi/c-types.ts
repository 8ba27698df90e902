// rffi's types built from lltype's: pointers to each C type, C's arrays and structures.
import {
  makeArray,
  makeFixedSizeArray,
  makeOpaqueType,
  makeFuncType,
  makePtr,
} from '../lltype/constructors.ts';
import { RFFI_PRIMITIVES } from '../lltype/primitives.ts';
import { asUnion, makeStruct } from '../lltype/struct.ts';
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

/** C's pointer to a function. */
export const CCallback = (args: readonly LowLevelType[], result: LowLevelType): Ptr =>
  makePtr(makeFuncType(args, result));

/** Every field is exposed with the prefix `c_`, so that a C name never clashes with one of ours. */
export const CStruct = (name: string, ...parts: readonly unknown[]): Struct =>
  makeStruct(name, `struct ${name}`, parts.map(prefixed));

/** The same for a union. */
export const CUnion = (name: string, ...parts: readonly unknown[]): Struct =>
  makeStruct(name, `union ${name}`, asUnion(parts.map(prefixed)));

function prefixed(part: unknown): unknown {
  if (!Array.isArray(part)) return part;
  const [field, ...rest]: readonly unknown[] = part;
  return [typeof field === 'string' ? `c_${field}` : field, ...rest];
}

export const VOIDP = makePtr(makeOpaqueType('void'));
const CCHARP = CArrayPtr(RFFI_PRIMITIVES.CHAR);
const CWCHARP = CArrayPtr(RFFI_PRIMITIVES.WCHAR_T);

type PointerName<K extends string> = K extends 'CHAR' | 'VOID' ? never : `${K}P`;

/** `INTP` is `int *`: one for each primitive but those that have RPython's own names for theirs. */
const ARRAY_POINTERS = Object.fromEntries(
  Object.entries(RFFI_PRIMITIVES)
    .filter(([name]) => name !== 'CHAR' && name !== 'VOID')
    .map(([name, type]) => [`${name}P`, CArrayPtr(type)]),
) as { readonly [K in PointerName<keyof typeof RFFI_PRIMITIVES>]: Ptr };

/** The pointer types by name. */
export const POINTER_TYPES = Object.freeze({
  ...ARRAY_POINTERS,
  VOIDP,
  VOIDPP: CArrayPtr(VOIDP),
  CONST_VOIDP: VOIDP,
  CCHARP,
  CHARP: CCHARP,
  CONST_CCHARP: CCHARP,
  CCHARPP: CArrayPtr(CCHARP),
  CWCHARP,
  CWCHARPP: CArrayPtr(CWCHARP),
  SIGNEDPP: CArrayPtr(ARRAY_POINTERS.SIGNEDP),
  UNSIGNEDPP: CArrayPtr(ARRAY_POINTERS.UNSIGNEDP),
  DOUBLEPP: CArrayPtr(ARRAY_POINTERS.DOUBLEP),
  FLOATPP: CArrayPtr(ARRAY_POINTERS.FLOATP),
  INTPP: CArrayPtr(ARRAY_POINTERS.INTP),
});
