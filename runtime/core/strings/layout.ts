// Strings as objects of the heap. Addresses are numbers here, as in all of the core; the native stack is scanned, so what
// they refer to stays where it is.
//
//   STRING8, STRING16   header, u32 length, u32 hash (0: not computed), code units of one or two bytes
//   ROPE                header, u32 length, u32 flags or hash, left, right
//
// A rope whose `right` is 0 is flat: its code units are the first `length` ones of `left`, which may have room for more
// (see concat.ts). Only such a `left` has more units than the string that it belongs to.
import { rffi, u32, usize } from 'mixmod';
import { half, set_half, set_word, word } from '../gc/memory.ts';

export const STRING8: u32 = 64;
export const STRING16: u32 = 128;
export const ROPE: u32 = 192;
export const ROPE_BYTES: usize = 32;

export const LENGTH_OFFSET: usize = 8;
/** Of a rope that is not flat: WIDE or 0. */
export const HASH_OFFSET: usize = 12;
export const UNITS_OFFSET: usize = 16;
export const LEFT_OFFSET: usize = 16;
export const RIGHT_OFFSET: usize = 24;

/** A code unit of the rope does not fit one byte, as far as the kinds of its parts tell. */
export const WIDE: u32 = 1;

/** Shorter strings are never ropes; the prelude's comparison relies on it. */
export const LEAST_ROPE: usize = 64;

/** V8's: 2^29 - 24. */
export const MAX_LENGTH: usize = 536870888;

const gc_alloc = rffi.llexternal('mm.gc_alloc', [rffi.SIZE_T, rffi.UINT], rffi.VOIDP);
const gc_alloc_items = rffi.llexternal(
  'mm.gc_alloc_items',
  [rffi.SIZE_T, rffi.SIZE_T, rffi.UINT],
  rffi.VOIDP,
);
const gc_barrier = rffi.llexternal('mm.gc_barrier', [rffi.VOIDP], rffi.VOID);
export const raise_out_of_memory = rffi.llexternal('mm.raise_out_of_memory', [], rffi.VOID);
export const empty_string = rffi.llexternal('mm.empty_string', [], rffi.SIZE_T);
/** The constant string of a code unit below 256. */
export const character = rffi.llexternal('mm.character', [rffi.SIZE_T], rffi.SIZE_T);
/** The same with a number in its message. */
export const raise_number_at = rffi.llexternal(
  'mm.raise_number_at',
  [rffi.SIZE_T, rffi.DOUBLE],
  rffi.VOID,
);
/** Raises the error that belongs to a place of the program. */
export const raise_at = rffi.llexternal('mm.raise_at', [rffi.SIZE_T], rffi.VOID);

export function type_of(text: usize): u32 {
  return half(text);
}
export function length_of(text: usize): usize {
  return usize(half(text + LENGTH_OFFSET));
}

/** A code unit does not fit one byte, as far as the kinds of its parts tell. */
export function is_wide_text(text: usize): boolean {
  const type = type_of(text);
  if (type !== ROPE) return type === STRING16;
  if (right_of(text) === 0) return type_of(left_of(text)) === STRING16;
  return half(text + HASH_OFFSET) === WIDE;
}

/** Its code units are zero until they are written. Not for the empty string, which is a constant. */
export function new_string8(length: usize): usize {
  return rffi.cast(rffi.SIZE_T, gc_alloc_items(length, 1, STRING8));
}
export function new_string16(length: usize): usize {
  return rffi.cast(rffi.SIZE_T, gc_alloc_items(length, 2, STRING16));
}
export function new_string(length: usize, wide: boolean): usize {
  return wide ? new_string16(length) : new_string8(length);
}

/** A flat rope needs no flags: they become the place of its hash. */
export function new_rope(left: usize, right: usize, length: usize, flags: u32): usize {
  const rope = rffi.cast(rffi.SIZE_T, gc_alloc(ROPE_BYTES, ROPE));
  set_half(rope + LENGTH_OFFSET, u32(length));
  set_half(rope + HASH_OFFSET, flags);
  set_word(rope + LEFT_OFFSET, left);
  set_word(rope + RIGHT_OFFSET, right);
  return rope;
}

/** To be called when a reference has been stored into the object. */
export function barrier(object: usize): void {
  gc_barrier(rffi.cast(rffi.VOIDP, object));
}

export function left_of(rope: usize): usize {
  return word(rope + LEFT_OFFSET);
}
export function right_of(rope: usize): usize {
  return word(rope + RIGHT_OFFSET);
}
