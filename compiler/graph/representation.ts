// How a high type is held in low graphs and in LLVM: the list of machine values that one variable becomes.
// Shared by `lower` (which splits) and `llvm` (which converts at the JavaScript boundary).
import { ADDRESS, BUFFER_BOX, INT_TYPES, isReference, type RtsType } from '../program/types.ts';

/**
 * | high type | low values |
 * |---|---|
 * | number, integer, boolean | itself |
 * | string, object, array, function | itself: one reference |
 * | typed array | address of element 0, isize length in elements, address: the ArrayBuffer's napi_value (valid until the outermost call from the host returns; NULL while it sits in a global) |
 * | ArrayBuffer, DataView | as a typed array of u8 |
 * | pointer | address |
 * | union | itself: one reference |
 * | literal | nothing: its type is its value |
 * | nullable of a reference | the base: a reference that may be null or undefined |
 * | other nullable | the base's values, then u8: 0 present, 1 undefined, 2 null (the base's values are zero where absent) |
 * | void, never, null, undefined | nothing |
 */
export function representation(type: RtsType): readonly RtsType[] {
  switch (type.kind) {
    case 'int':
    case 'float':
    case 'boolean':
    case 'address':
    case 'string':
    case 'object':
    case 'array':
    case 'function':
    case 'union':
      return [type];
    case 'ptr':
      return [ADDRESS];
    case 'typedarray':
    case 'arraybuffer':
    case 'dataview':
      return [ADDRESS, INT_TYPES.isize, ADDRESS];
    case 'nullable':
      if (isReference(type.base)) return [type.base];
      return [...representation(type.base), INT_TYPES.u8];
    case 'void':
    case 'never':
    case 'null':
    case 'undefined':
    case 'literal':
      return [];
  }
}

/**
 * The low values of a field, item or captured variable. As `representation`, but an object may outlive the call from the
 * host: typed arrays and their kin are offset in bytes in the ArrayBuffer, length, box of the ArrayBuffer.
 */
export function storedRepresentation(type: RtsType): readonly RtsType[] {
  switch (type.kind) {
    case 'typedarray':
    case 'arraybuffer':
    case 'dataview':
      return [INT_TYPES.isize, INT_TYPES.isize, BUFFER_BOX];
    case 'nullable':
      if (isReference(type.base)) return [type.base];
      return [...storedRepresentation(type.base), INT_TYPES.u8];
    default:
      return representation(type);
  }
}

/** Values of the tag that ends a nullable's representation. */
export const NULLABLE_TAG = { present: 0, undefined: 1, null: 2 } as const;
