// What a minor collection does with one object: it makes what the object's slots refer to old, copied or where it is, and the slots
// refer to where that is then.
import { type u32, usize } from 'mixmod';
import { is_surely_old } from './chunk-map.ts';
import { block_at, record_of } from './chunks.ts';
import type { Heap } from './heap.ts';
import { keep_young_large } from './large.ts';
import {
  BODY_OFFSET,
  type Descriptor,
  FORWARDED,
  HASH_BITS,
  HAS_PINS,
  LARGE,
  OLD,
  REFERENCE_ITEMS,
  REMEMBER,
  STATIC,
  WEAK,
  WORD_OFFSET,
} from './layout.ts';
import { copy_words, half, prefetch, set_half, set_word, trailing_zeros, word } from './memory.ts';
import { described_size, descriptor_of, object_size, set_start } from './objects.ts';
import { allocate_old } from './old-space.ts';
import { forget_slots, is_listed, notes_bytes, notes_of, unlist_slots } from './slots.ts';
import { push } from './vector.ts';
import { is_holding, is_kept, list_weak } from './weak.ts';

/** Keeps a young object where it is. */
export function stay(heap: Heap, object: usize): void {
  set_half(object + WORD_OFFSET, OLD | REMEMBER | (half(object + WORD_OFFSET) & HASH_BITS));
  const block = block_at(record_of(object));
  block.flags = block.flags | HAS_PINS;
  push(heap.pinned, object);
  push(heap.gray, object);
}

/** Makes what the slot refers to old, and the slot refer to where it is then. */
export function forward(heap: Heap, slot: usize): void {
  const object = word(slot);
  if (object <= 1) return;
  const bits = half(object + WORD_OFFSET);
  if ((bits & (OLD | STATIC)) !== 0) return;
  if ((bits & FORWARDED) !== 0) set_word(slot, word(object + BODY_OFFSET));
  else forward_first(heap, slot, object, bits);
}

function forward_first(heap: Heap, slot: usize, object: usize, bits: u32): void {
  if ((bits & LARGE) !== 0) {
    keep_young_large(object);
    push(heap.gray, object);
    return;
  }
  if (heap.in_place !== 0) {
    stay(heap, object);
    return;
  }
  set_word(slot, copy(heap, object));
}

function copy(heap: Heap, object: usize): usize {
  const size = object_size(heap.table, object);
  const to = allocate_old(heap, size);
  copy_words(object, to, size);
  set_half(to + WORD_OFFSET, OLD | REMEMBER | (half(to + WORD_OFFSET) & HASH_BITS));
  set_start(to);
  set_half(object + WORD_OFFSET, FORWARDED);
  set_word(object + BODY_OFFSET, to);
  heap.promoted = heap.promoted + size;
  push(heap.gray, to);
  return to;
}

export function drain(heap: Heap): void {
  const gray = heap.gray;
  while (gray.top !== gray.start) {
    gray.top = gray.top - 8;
    trace(heap, word(gray.top));
  }
}

/** Forwards the slots of an object. */
export function trace(heap: Heap, object: usize): void {
  const descriptor = descriptor_of(heap.table, object);
  const kind = descriptor.kind;
  const ref_count = descriptor.ref_count;
  const refs = descriptor.refs;
  if (kind === WEAK) {
    if (is_kept(object) || is_holding(object)) forward(heap, object + BODY_OFFSET);
    else list_weak(heap, object);
  }
  if (ref_count === 0) return;
  const end = refs + (usize(ref_count) << 2);
  if (kind !== REFERENCE_ITEMS) {
    for (let at = refs; at < end; at += 4) forward(heap, object + usize(half(at)));
    return;
  }
  if (notes_of(object) === 0) trace_array(heap, object, descriptor);
  else settle(heap, object, descriptor);
}

/** A long array. No slot but those that are noted refers to a young object, unless all of it is remembered. */
function settle(heap: Heap, object: usize, descriptor: Descriptor): void {
  const bits = half(object + WORD_OFFSET);
  const is_whole = (bits & REMEMBER) === 0;
  if (is_listed(object)) {
    unlist_slots(object);
    if (is_whole) forget_slots(heap.table, object);
    else trace_slots(heap, object);
  }
  if (!is_whole) return;
  set_half(object + WORD_OFFSET, bits | REMEMBER);
  trace_array(heap, object, descriptor);
}

/** Bytes of notes. */
const AHEAD: usize = 128;

/** Those of the slots that are noted. */
function trace_slots(heap: Heap, object: usize): void {
  const notes = notes_of(object);
  const bytes = notes_bytes(object_size(heap.table, object));
  heap.looked = heap.looked + bytes;
  for (let at: usize = 0; at < bytes; at += 8) {
    // Slots far apart are in no cache: those that come soon are sent for.
    const soon = at + AHEAD < bytes ? word(notes + at + AHEAD) : 0;
    if (soon !== 0) prefetch(object + ((at + AHEAD) << 6) + (trailing_zeros(soon) << 3));
    let bits = word(notes + at);
    if (bits === 0) continue;
    set_word(notes + at, 0);
    for (; bits !== 0; bits = bits & (bits - 1))
      forward(heap, object + (at << 6) + (trailing_zeros(bits) << 3));
  }
}

function trace_array(heap: Heap, object: usize, descriptor: Descriptor): void {
  const refs = descriptor.refs;
  const end = refs + (usize(descriptor.ref_count) << 2);
  const step = usize(descriptor.item_size);
  const behind = object + described_size(descriptor, object);
  heap.looked = heap.looked + (behind - object);
  if (step === 8) {
    trace_items(heap, object + usize(descriptor.size), behind);
    return;
  }
  for (let item = object + usize(descriptor.size); item + step <= behind; item += step)
    for (let at = refs; at < end; at += 4) forward(heap, item + usize(half(at)));
}

/** An array has many old items, whose headers are far away: what is known of their chunks is near. */
function trace_items(heap: Heap, start: usize, behind: usize): void {
  const map = heap.chunk_map;
  for (let at = start; at < behind; at += 8) {
    const item = word(at);
    if (item > 1 && (map === 0 || !is_surely_old(map, item))) forward(heap, at);
  }
}

/** Where the object is now; 0 if it is dead. */
export function survivor(object: usize): usize {
  const bits = half(object + WORD_OFFSET);
  if ((bits & FORWARDED) !== 0) return word(object + BODY_OFFSET);
  return (bits & (OLD | STATIC)) !== 0 ? object : 0;
}
