// The major collection marks everything that is reached. It begins with an empty nursery. The bits that say where objects
// start are the marks: they are cleared, and set again for what is reached, with the lines that it lies on.
import { usize } from 'mixmod';
import { is_in_chunk } from './chunk-map.ts';
import { block_at, chunk_at, record_of } from './chunks.ts';
import { evacuate } from './evacuation.ts';
import { MEANINGS, meant_by } from './find-object.ts';
import type { Heap } from './heap.ts';
import {
  BLOCK_STARTS,
  BODY_OFFSET,
  CALL_OFFSET,
  EVACUATE,
  FORWARDED,
  HOLDS,
  HOLDS_ALONE,
  LARGE,
  PINNED,
  REFERENCE_ITEMS,
  STARTS_BYTES,
  STARTS_OFFSET,
  STATIC,
  WEAK,
  WORD_OFFSET,
  MARKED,
} from './layout.ts';
import { mark_large, unmark_large } from './large.ts';
import { half, set_half, set_word, stack_base, trailing_zeros, word } from './memory.ts';
import {
  described_size,
  descriptor_of,
  is_start,
  next_old,
  set_lines,
  set_start_once,
} from './objects.ts';
import { root_slot } from './roots.ts';
import { can_list } from './settings.ts';
import { push, reserve } from './vector.ts';
import { is_holding, is_kept, is_weak, list_weak } from './weak.ts';

/** Before the marks are cleared: they tell what the words on the stack may mean. False: there is no memory to note it. */
export function pin_old_from_stack(heap: Heap, sp: usize): boolean {
  const base = stack_base();
  for (let at = sp; at < base; at += 8) {
    for (let meaning: usize = 0; meaning < MEANINGS; meaning++) {
      const object = meant_by(heap, word(at), meaning);
      if (object !== 0 && !pin_old(heap, object)) return false;
    }
  }
  return true;
}

function pin_old(heap: Heap, object: usize): boolean {
  const bits = half(object + WORD_OFFSET);
  if ((bits & LARGE) !== 0) {
    if (mark_large(object)) reach(heap, object);
  } else if ((bits & PINNED) === 0) {
    if (!reserve(heap.pinned, 1)) return false;
    set_half(object + WORD_OFFSET, bits | PINNED);
    push(heap.pinned, object);
  }
  return true;
}

/** When nothing but what the stack refers to has been looked at. */
export function leave_marking(heap: Heap): void {
  const large = heap.large;
  for (let at = large.start; at < large.top; at += 8) unmark_large(word(at));
  unpin(heap);
  heap.gray.top = heap.gray.start;
  heap.overflow = 0;
}

export function mark_all(heap: Heap): void {
  const pinned = heap.pinned;
  const handles = heap.handles;
  for (let at = pinned.start; at < pinned.top; at += 8) {
    set_start_once(word(at));
    reach(heap, word(at));
  }
  for (let i: usize = 0; i < heap.root_count; i++) mark_slot(heap, root_slot(heap, i));
  for (let at = handles.start; at < handles.top; at += 8)
    if ((word(at) & 1) === 0) mark_slot(heap, at);
  mark_reached(heap);
  mark_held(heap);
  clear_weak(heap);
}

function mark_reached(heap: Heap): void {
  drain(heap);
  while (heap.overflow !== 0) {
    heap.overflow = 0;
    trace_marked(heap);
  }
}

/** What only WeakRefs keep that hold their targets. What is reached from one of these is not alone; it may add to the list. */
function mark_held(heap: Heap): void {
  const weak = heap.weak;
  for (let next: usize = 0; weak.start + next < weak.top; next += 8) {
    const object = word(weak.start + next);
    const target = word(object + BODY_OFFSET);
    if (target <= 1 || !is_holding(object)) continue;
    const is_alone = live_address(heap, target) === 0;
    set_word(object + CALL_OFFSET, is_alone ? HOLDS_ALONE : HOLDS);
    if (!is_alone) continue;
    mark_slot(heap, object + BODY_OFFSET);
    mark_reached(heap);
  }
}

/** The object is marked; its slots are looked at later. */
function reach(heap: Heap, object: usize): void {
  if (!can_list(heap, heap.gray)) heap.overflow = 1;
  else push(heap.gray, object);
}

/** After an overflow: what is marked may have slots that nobody has looked at. Looking again does no harm. */
function trace_marked(heap: Heap): void {
  for (let chunk = heap.chunks; chunk !== 0; chunk = chunk_at(chunk).next)
    for (let at: usize = BLOCK_STARTS; at < STARTS_BYTES; at += 8)
      for (let bits = word(chunk + STARTS_OFFSET + at); bits !== 0; bits = bits & (bits - 1)) {
        trace(heap, chunk + (at << 6) + (trailing_zeros(bits) << 3));
        drain(heap);
      }
  const large = heap.large;
  for (let at = large.start; at < large.top; at += 8) {
    if ((half(word(at) + WORD_OFFSET) & MARKED) === 0) continue;
    trace(heap, word(at));
    drain(heap);
  }
}

function mark_slot(heap: Heap, slot: usize): void {
  const object = word(slot);
  if (object <= 1) return;
  if (!is_in_chunk(heap, object)) {
    if ((half(object + WORD_OFFSET) & STATIC) === 0 && mark_large(object)) reach(heap, object);
    return;
  }
  if (heap.evacuating !== 0 && (block_at(record_of(object)).flags & EVACUATE) !== 0)
    move_slot(heap, slot, object);
  else if (set_start_once(object)) reach(heap, object);
}

/** In a block that is being emptied: as long as there is memory to go to. */
function move_slot(heap: Heap, slot: usize, object: usize): void {
  const bits = half(object + WORD_OFFSET);
  if ((bits & FORWARDED) !== 0) {
    set_word(slot, word(object + BODY_OFFSET));
    return;
  }
  if (is_start(object)) return;
  const to = (bits & PINNED) === 0 ? evacuate(heap, object) : 0;
  if (to === 0) set_start_once(object);
  else set_word(slot, to);
  reach(heap, to === 0 ? object : to);
}

function drain(heap: Heap): void {
  const gray = heap.gray;
  while (gray.top !== gray.start) {
    gray.top = gray.top - 8;
    trace(heap, word(gray.top));
  }
}

function trace(heap: Heap, object: usize): void {
  const descriptor = descriptor_of(heap.table, object);
  const kind = descriptor.kind;
  const ref_count = descriptor.ref_count;
  const refs = descriptor.refs;
  const size = described_size(descriptor, object);
  if ((half(object + WORD_OFFSET) & LARGE) === 0) {
    set_lines(object, size);
    const block = block_at(record_of(object));
    block.live = block.live + size;
  }
  if (kind === WEAK) {
    if (is_kept(object)) mark_slot(heap, object + BODY_OFFSET);
    else if (!is_holding(object) || can_list(heap, heap.weak)) list_weak(heap, object);
    else mark_held_unlisted(heap, object);
  }
  if (ref_count === 0) return;
  const end = refs + (usize(ref_count) << 2);
  if (kind !== REFERENCE_ITEMS) {
    for (let at = refs; at < end; at += 4) mark_slot(heap, object + usize(half(at)));
    return;
  }
  const step = usize(descriptor.item_size);
  const behind = object + size;
  for (let item = object + usize(descriptor.size); item + step <= behind; item += step)
    for (let at = refs; at < end; at += 4) mark_slot(heap, item + usize(half(at)));
}

/** Whether something else refers to it is not looked at. */
function mark_held_unlisted(heap: Heap, weak: usize): void {
  set_word(weak + CALL_OFFSET, HOLDS);
  mark_slot(heap, weak + BODY_OFFSET);
}

function clear_weak(heap: Heap): void {
  const weak = heap.weak;
  for (let at = weak.start; at < weak.top; at += 8) clear_target(heap, word(at));
  weak.top = weak.start;
  if (heap.weak_unlisted === 0) return;
  heap.weak_unlisted = 0;
  for (let object = next_old(heap, 0); object !== 0; object = next_old(heap, object))
    if (is_weak(heap, object)) clear_target(heap, object);
}

function clear_target(heap: Heap, weak: usize): void {
  const target = word(weak + BODY_OFFSET);
  if (target > 1) set_word(weak + BODY_OFFSET, live_address(heap, target));
}

/** Where the object is now; 0 if it is dead. */
export function live_address(heap: Heap, object: usize): usize {
  const bits = half(object + WORD_OFFSET);
  if (is_in_chunk(heap, object)) {
    if ((bits & FORWARDED) !== 0) return word(object + BODY_OFFSET);
    return is_start(object) ? object : 0;
  }
  return (bits & (STATIC | MARKED)) !== 0 ? object : 0;
}

/** At the end. */
export function unpin(heap: Heap): void {
  const pinned = heap.pinned;
  for (let at = pinned.start; at < pinned.top; at += 8) {
    const object = word(at);
    set_half(object + WORD_OFFSET, half(object + WORD_OFFSET) - PINNED);
  }
  heap.pin_count = (pinned.top - pinned.start) >> 3;
  pinned.top = pinned.start;
}
