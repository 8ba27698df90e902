// Objects above 8 KiB: each in memory of its own, which it keeps. Long arrays of references have a bit for each slot behind
// them (slots.ts).
import { lltype, rffi, type u32, usize } from 'mixmod';
import type { Heap } from './heap.ts';
import {
  DESCRIPTOR,
  LARGE,
  MARKED,
  OLD,
  REFERENCE_ITEMS,
  REMEMBER,
  WORD_OFFSET,
} from './layout.ts';
import {
  allocate_zeroed,
  half,
  map_pages,
  release,
  set_half,
  set_word,
  unmap_pages,
  word,
} from './memory.ts';
import { object_size } from './objects.ts';
import { notes_bytes, notes_of } from './slots.ts';
import { push, release_vector, reserve, type Vector } from './vector.ts';

/** In front of the object: bytes of all of it, and where its slots are noted (0: nowhere). */
const PREFIX: usize = 16;
/** From this size on the system's pages are used, which are given back for sure. */
const MAPPED: usize = 131072;
/** From this size on an array has notes. Looking at all of a shorter one takes no time that matters, and its stores are quicker. */
const NOTED: usize = 262144;
/** Nobody has so much; keeps sums from wrapping. */
const ABSURD: usize = 281474976710656;

/** Zeroed, young; 0 when memory is exhausted. */
export function new_large(heap: Heap, size: usize, type: u32): usize {
  if (size > ABSURD || !reserve(heap.young_large, 1)) return 0;
  const notes = size >= NOTED && has_references(heap, type) ? notes_bytes(size) : 0;
  const bytes = size + PREFIX + notes;
  const start = bytes >= MAPPED ? map_pages(bytes) : allocate_zeroed(bytes);
  if (start === 0) return 0;
  const object = start + PREFIX;
  set_word(start + 8, notes === 0 ? 0 : object + size);
  set_word(start, bytes);
  // Whatever a long array gets is noted from its beginning.
  set_half(object + WORD_OFFSET, notes === 0 ? LARGE : LARGE | REMEMBER);
  push(heap.young_large, object);
  heap.young_large_bytes = heap.young_large_bytes + bytes;
  return object;
}

function has_references(heap: Heap, type: u32): boolean {
  return rffi.cast(lltype.Ptr(DESCRIPTOR), heap.table + usize(type)).kind === REFERENCE_ITEMS;
}

function large_bytes(object: usize): usize {
  return word(object - PREFIX);
}

function free_large(object: usize): void {
  const start = object - PREFIX;
  const bytes = word(start);
  if (bytes >= MAPPED) unmap_pages(start, bytes);
  else release(start);
}

// ---- which one an address is in ----

/** Of a vector in order of address; 0: none. */
export function find_large(heap: Heap, vector: Vector, address: usize): usize {
  let low = vector.start;
  let high = vector.top;
  if (low === high || address < word(low)) return 0;
  // The last one that does not begin behind the address is at `low`, before `high`.
  while (high - low > 8) {
    const middle = low + (((high - low) >> 4) << 3);
    if (word(middle) <= address) low = middle;
    else high = middle;
  }
  const object = word(low);
  return address < object + object_size(heap.table, object) ? object : 0;
}

/** Shell's sort, by the gaps of Knuth: few objects, and those of a run of allocations are often in order. */
export function sort_large(vector: Vector): void {
  const count = (vector.top - vector.start) >> 3;
  let gap: usize = 1;
  while (gap < count / 3) gap = gap * 3 + 1;
  for (; gap > 0; gap = gap / 3)
    for (let i = gap; i < count; i++) {
      const value = word(vector.start + (i << 3));
      let j = i;
      for (; j >= gap && word(vector.start + ((j - gap) << 3)) > value; j -= gap)
        set_word(vector.start + (j << 3), word(vector.start + ((j - gap) << 3)));
      set_word(vector.start + (j << 3), value);
    }
}

// ---- at the end of a collection ----

/** After a minor one: what has been reached is old now. `young_large` is in order. */
export function age_large(heap: Heap): void {
  const young = heap.young_large;
  let kept = young.start;
  for (let at = young.start; at < young.top; at += 8) {
    const object = word(at);
    heap.allocated = heap.allocated + large_bytes(object);
    if ((half(object + WORD_OFFSET) & OLD) !== 0) {
      set_word(kept, object);
      kept += 8;
    } else free_large(object);
  }
  young.top = kept;
  merge(heap);
  heap.young_large_bytes = 0;
}

/** Moves the young ones to where they belong among the old ones, from behind. */
function merge(heap: Heap): void {
  const large = heap.large;
  const young_large = heap.young_large;
  const added = young_large.top - young_large.start;
  for (let i: usize = 0; i < added; i += 8) {
    const object = word(young_large.start + i);
    heap.large_bytes = heap.large_bytes + large_bytes(object);
    push(large, object);
  }
  let to = large.top;
  let old = to - added;
  let next = young_large.top;
  while (next > young_large.start) {
    to -= 8;
    if (old > large.start && word(old - 8) > word(next - 8)) {
      old -= 8;
      set_word(to, word(old));
    } else {
      next -= 8;
      set_word(to, word(next));
    }
  }
  young_large.top = young_large.start;
}

/** After a major one. */
export function sweep_large(heap: Heap): void {
  const large = heap.large;
  let kept = large.start;
  for (let at = large.start; at < large.top; at += 8) {
    const object = word(at);
    if (unmark_large(object)) {
      set_word(kept, object);
      kept += 8;
    } else {
      heap.large_bytes = heap.large_bytes - large_bytes(object);
      free_large(object);
    }
  }
  large.top = kept;
}

/** True if it was young and not reached before. */
export function keep_young_large(object: usize): boolean {
  const bits = half(object + WORD_OFFSET);
  if ((bits & OLD) !== 0) return false;
  set_half(object + WORD_OFFSET, bits | OLD | (notes_of(object) === 0 ? REMEMBER : 0));
  return true;
}

/** True if it was not marked before. */
export function mark_large(object: usize): boolean {
  const bits = half(object + WORD_OFFSET);
  if ((bits & MARKED) !== 0) return false;
  set_half(object + WORD_OFFSET, bits | MARKED);
  return true;
}

/** True if it was marked. */
export function unmark_large(object: usize): boolean {
  const bits = half(object + WORD_OFFSET);
  if ((bits & MARKED) === 0) return false;
  set_half(object + WORD_OFFSET, bits - MARKED);
  return true;
}

export function release_large(heap: Heap): void {
  release_all(heap.large);
  release_all(heap.young_large);
}

function release_all(vector: Vector): void {
  for (let at = vector.start; at < vector.top; at += 8) free_large(word(at));
  release_vector(vector);
}
