// The minor collection: young objects that are reached become old. Those that the native stack may mean stay where they
// are and their blocks become old ones; the others are copied. Old objects are looked at only if they are remembered.
import type { usize } from 'mixmod';
import { MEANINGS, meant_by } from './find-object.ts';
import { drain, forward, stay, survivor, trace } from './forward.ts';
import type { Heap } from './heap.ts';
import { keep_young_large } from './large.ts';
import { BODY_OFFSET, LARGE, OLD, REMEMBER, WORD_OFFSET } from './layout.ts';
import { half, set_half, set_word, stack_base, word } from './memory.ts';
import { next_old } from './objects.ts';
import { root_slot } from './roots.ts';
import { notes_of } from './slots.ts';
import { push } from './vector.ts';
import { is_weak } from './weak.ts';

/** Finds what is alive. `sp`: the native stack pointer. */
export function trace_young(heap: Heap, sp: usize): void {
  pin_from_stack(heap, sp);
  for (let i: usize = 0; i < heap.root_count; i++) forward(heap, root_slot(heap, i));
  const handles = heap.handles;
  const remembered = heap.remembered;
  for (let at = handles.start; at < handles.top; at += 8)
    if ((word(at) & 1) === 0) forward(heap, at);
  heap.looked = heap.looked + (remembered.top - remembered.start);
  for (let at = remembered.start; at < remembered.top; at += 8) trace_remembered(heap, word(at));
  remembered.top = remembered.start;
  if (heap.unlisted !== 0) trace_unlisted(heap);
  drain(heap);
  update_weak(heap);
}

function pin_from_stack(heap: Heap, sp: usize): void {
  const base = stack_base();
  for (let at = sp; at < base; at += 8) {
    for (let meaning: usize = 0; meaning < MEANINGS; meaning++) {
      const object = meant_by(heap, word(at), meaning);
      if (object !== 0) pin(heap, object);
    }
  }
}

function pin(heap: Heap, object: usize): void {
  const bits = half(object + WORD_OFFSET);
  if ((bits & OLD) !== 0) return;
  if ((bits & LARGE) !== 0) {
    if (keep_young_large(object)) push(heap.gray, object);
    return;
  }
  stay(heap, object);
}

/** An object may be twice in the list: it is settled then. A young one waits until something is found to refer to it. */
function trace_remembered(heap: Heap, object: usize): void {
  const bits = half(object + WORD_OFFSET);
  if ((bits & OLD) === 0) return;
  if (notes_of(object) === 0) {
    if ((bits & REMEMBER) !== 0) return;
    set_half(object + WORD_OFFSET, bits | REMEMBER);
  }
  trace(heap, object);
}

/** There was no memory to list some of the remembered objects: all are asked. */
function trace_unlisted(heap: Heap): void {
  const large = heap.large;
  heap.unlisted = 0;
  for (let object = next_old(heap, 0); object !== 0; object = next_old(heap, object))
    trace_remembered(heap, object);
  for (let at = large.start; at < large.top; at += 8) trace_remembered(heap, word(at));
}

function update_weak(heap: Heap): void {
  const weak = heap.weak;
  for (let at = weak.start; at < weak.top; at += 8) update_target(word(at));
  weak.top = weak.start;
  if (heap.weak_unlisted === 0) return;
  heap.weak_unlisted = 0;
  const pinned = heap.pinned;
  for (let object = next_old(heap, 0); object !== 0; object = next_old(heap, object))
    if (is_weak(heap, object)) update_target(object);
  for (let at = pinned.start; at < pinned.top; at += 8)
    if (is_weak(heap, word(at))) update_target(word(at));
}

function update_target(weak: usize): void {
  const target = word(weak + BODY_OFFSET);
  if (target > 1) set_word(weak + BODY_OFFSET, survivor(target));
}
