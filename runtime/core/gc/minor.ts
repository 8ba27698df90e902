// The minor collection: young objects that are reached become old. Those that the native stack may mean stay where they
// are and their blocks become old ones; the others are copied. Old objects are looked at only if they are remembered.
import { type u32, usize } from 'mixmod';
import { is_in_chunk, block_at, record_of } from './chunks.ts';
import { find_object } from './find-object.ts';
import type { Heap } from './heap.ts';
import {
  BODY_OFFSET,
  CALL_OFFSET,
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
  YOUNG,
} from './layout.ts';
import { keep_young_large } from './large.ts';
import { copy_words, current_call, half, set_half, set_word, stack_base, word } from './memory.ts';
import { described_size, descriptor_of, object_size, set_start } from './objects.ts';
import { allocate_old } from './old-space.ts';
import { root_slot } from './roots.ts';
import { push } from './vector.ts';

/** Finds what is alive. `sp`: the native stack pointer. */
export function trace_young(heap: Heap, sp: usize): void {
  pin_from_stack(heap, sp);
  for (let i: usize = 0; i < heap.root_count; i++) forward(heap, root_slot(heap, i));
  const handles = heap.handles;
  const remembered = heap.remembered;
  for (let at = handles.start; at < handles.top; at += 8)
    if ((word(at) & 1) === 0) forward(heap, at);
  for (let at = remembered.start; at < remembered.top; at += 8) {
    const object = word(at);
    set_half(object + WORD_OFFSET, half(object + WORD_OFFSET) | REMEMBER);
    trace_remembered(heap, object);
  }
  remembered.top = remembered.start;
  drain(heap);
  update_weak(heap);
}

function pin_from_stack(heap: Heap, sp: usize): void {
  const base = stack_base();
  for (let at = sp; at < base; at += 8) {
    const value = word(at);
    if (value < 4096) continue;
    const object = find_object(heap, value);
    if (object !== 0) pin(heap, object);
  }
}

/** Keeps a young object where it is. */
function pin(heap: Heap, object: usize): void {
  const bits = half(object + WORD_OFFSET);
  if ((bits & OLD) !== 0) return;
  if ((bits & LARGE) !== 0) {
    if (keep_young_large(object)) push(heap.gray, object);
    return;
  }
  stay(heap, object);
}

function stay(heap: Heap, object: usize): void {
  set_half(object + WORD_OFFSET, OLD | REMEMBER | (half(object + WORD_OFFSET) & HASH_BITS));
  const block = block_at(record_of(object));
  block.flags = block.flags | HAS_PINS;
  push(heap.pinned, object);
  push(heap.gray, object);
}

/** Makes what the slot refers to old, and the slot refer to where it is then. */
function forward(heap: Heap, slot: usize): void {
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

function drain(heap: Heap): void {
  const gray = heap.gray;
  while (gray.top !== gray.start) {
    gray.top = gray.top - 8;
    trace(heap, word(gray.top));
  }
}

/** Forwards the slots of an object. */
function trace(heap: Heap, object: usize): void {
  const descriptor = descriptor_of(heap.table, object);
  const kind = descriptor.kind;
  const ref_count = descriptor.ref_count;
  const refs = descriptor.refs;
  if (kind === WEAK) {
    if (word(object + CALL_OFFSET) === current_call()) forward(heap, object + BODY_OFFSET);
    else push(heap.weak, object);
  }
  if (ref_count === 0) return;
  const end = refs + (usize(ref_count) << 2);
  if (kind !== REFERENCE_ITEMS) {
    for (let at = refs; at < end; at += 4) forward(heap, object + usize(half(at)));
    return;
  }
  const step = usize(descriptor.item_size);
  const behind = object + described_size(descriptor, object);
  for (let item = object + usize(descriptor.size); item + step <= behind; item += step)
    for (let at = refs; at < end; at += 4) forward(heap, item + usize(half(at)));
}

/** An array that is old has many old items, whose headers are far away: the records of their blocks are near. */
function trace_remembered(heap: Heap, object: usize): void {
  const descriptor = descriptor_of(heap.table, object);
  if (descriptor.kind !== REFERENCE_ITEMS || descriptor.item_size !== 8) {
    trace(heap, object);
    return;
  }
  const behind = object + described_size(descriptor, object);
  for (let at = object + usize(descriptor.size); at < behind; at += 8) {
    const item = word(at);
    if (item <= 1) continue;
    if (!is_in_chunk(heap, item) || block_at(record_of(item)).state === YOUNG) forward(heap, at);
  }
}

function update_weak(heap: Heap): void {
  const weak = heap.weak;
  for (let at = weak.start; at < weak.top; at += 8) {
    const slot = word(at) + BODY_OFFSET;
    const target = word(slot);
    if (target > 1) set_word(slot, survivor(target));
  }
  weak.top = weak.start;
}

/** Where the object is now; 0 if it is dead. */
export function survivor(object: usize): usize {
  const bits = half(object + WORD_OFFSET);
  if ((bits & FORWARDED) !== 0) return word(object + BODY_OFFSET);
  return (bits & (OLD | STATIC)) !== 0 ? object : 0;
}
