// Slots of long arrays: a bit behind the array for every 8 bytes of it. The write barrier sets that of a slot that a young object
// is stored into (`mm.gc_remember_item` of the prelude), so that a minor collection looks at these slots and no others.
// So it is from the beginning, while the array is young.
// The word in front of the object has the bits' address, and 1 in it while the object is in the list of remembered ones.
import type { usize } from 'mixmod';
import { LARGE, WORD_OFFSET } from './layout.ts';
import { copy_bytes, half, set_word, word, zero_bytes } from './memory.ts';
import { object_size } from './objects.ts';

/** Of the notes of an object of so many bytes. */
export function notes_bytes(size: usize): usize {
  return ((size + 511) >> 9) << 3;
}

/** 0: it has none. */
export function notes_of(object: usize): usize {
  if ((half(object + WORD_OFFSET) & LARGE) === 0) return 0;
  const notes = word(object - 8);
  return notes - (notes & 1);
}

export function is_listed(object: usize): boolean {
  return (half(object + WORD_OFFSET) & LARGE) !== 0 && (word(object - 8) & 1) !== 0;
}

export function list_slots(object: usize): void {
  set_word(object - 8, word(object - 8) | 1);
}

export function unlist_slots(object: usize): void {
  set_word(object - 8, word(object - 8) - 1);
}

export function forget_slots(table: usize, object: usize): void {
  zero_bytes(notes_of(object), notes_bytes(object_size(table, object)));
}

/** What is noted of the slots of `from` holds for those of `to`, which has as many and more. */
export function copy_notes(table: usize, from: usize, to: usize): void {
  copy_bytes(notes_of(from), notes_of(to), notes_bytes(object_size(table, from)));
}

/** `notes` is not 0. */
export function is_noted(notes: usize, object: usize, slot: usize): boolean {
  const number = (slot - object) >> 3;
  return ((word(notes + ((number >> 6) << 3)) >> (number & 63)) & 1) !== 0;
}
