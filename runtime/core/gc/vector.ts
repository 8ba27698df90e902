// A growing array of words: the collector's stacks and lists. Zeroed memory is an empty one.
import { lltype, rffi, type usize } from 'mixmod';
import { exhausted, reallocate, release, set_word } from './memory.ts';

export const VECTOR = lltype.Struct(
  'gc_vector',
  ['start', lltype.Unsigned],
  ['top', lltype.Unsigned], // behind the last word
  ['end', lltype.Unsigned], // of the memory
);
export type Vector = lltype.Ptr<typeof VECTOR>;

/** Of a vector that has no memory yet. */
const FIRST_BYTES: usize = 4096;
const LARGEST_KEPT: usize = 16777216;

export function push(vector: Vector, value: usize): void {
  if (vector.top === vector.end) grow(vector);
  const top = vector.top;
  set_word(top, value);
  vector.top = top + 8;
}

/** A collection that cannot note what it has found cannot go on: without memory, the process ends. */
function grow(vector: Vector): void {
  const used = vector.top - vector.start;
  const bytes = used === 0 ? FIRST_BYTES : used * 2;
  const start = reallocate(vector.start, bytes);
  if (start === 0) exhausted();
  vector.start = start;
  vector.top = start + used;
  vector.end = start + bytes;
}

/** True if the vector has room for so many words, or has got it. */
export function reserve(vector: Vector, words: usize): boolean {
  if (vector.end - vector.top >= words * 8) return true;
  const used = vector.top - vector.start;
  const bytes = used + (used >> 1) + words * 8 + FIRST_BYTES;
  const start = reallocate(vector.start, bytes);
  if (start === 0) return false;
  vector.start = start;
  vector.top = start + used;
  vector.end = start + bytes;
  return true;
}

/** Keeps its memory unless it is much. */
export function clear(vector: Vector): void {
  if (vector.end - vector.start > LARGEST_KEPT) release_vector(vector);
  else vector.top = vector.start;
}

export function release_vector(vector: Vector): void {
  release(vector.start);
  vector.start = 0;
  vector.top = 0;
  vector.end = 0;
}

export function is_empty(vector: Vector): boolean {
  return vector.top === vector.start;
}

export function vector_at(address: usize): Vector {
  return rffi.cast(lltype.Ptr(VECTOR), address);
}
