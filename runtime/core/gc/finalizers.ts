// Finalizers: functions of the runtime that are called after a collection has found that an object is dead. Each is three
// words: object, function, data. They must not allocate on this heap.
import type { usize } from 'mixmod';
import type { Heap } from './heap.ts';
import { call_finalizer, set_word, word } from './memory.ts';
import { live_address } from './major.ts';
import { survivor } from './forward.ts';
import { push, release_vector, reserve, type Vector } from './vector.ts';

/** False when memory is exhausted. */
export function add_finalizer(heap: Heap, object: usize, code: usize, data: usize): boolean {
  const young_finalizers = heap.young_finalizers;
  if (!reserve(young_finalizers, 3)) return false;
  push(young_finalizers, object);
  push(young_finalizers, code);
  push(young_finalizers, data);
  return true;
}

/** After a minor collection: those of survivors go with them. An object may have been old already. */
export function age_finalizers(heap: Heap): void {
  const young_finalizers = heap.young_finalizers;
  const finalizers = heap.finalizers;
  const young = young_finalizers.top - young_finalizers.start;
  const old = finalizers.top;
  for (let at = young_finalizers.start; at < young_finalizers.top; at += 24) {
    const object = survivor(word(at));
    if (object === 0) bury(heap, at);
    else {
      push(finalizers, object);
      push(finalizers, word(at + 8));
      push(finalizers, word(at + 16));
    }
  }
  young_finalizers.top = young_finalizers.start;
  // Whose memory outside survives is not noted: as large a part of it as of the objects.
  if (young > 0) heap.old_outside += (heap.young_outside / young) * (finalizers.top - old);
  heap.young_outside = 0;
}

/** After marking. */
export function find_dead(heap: Heap): void {
  const finalizers = heap.finalizers;
  let kept = finalizers.start;
  for (let at = finalizers.start; at < finalizers.top; at += 24) {
    const object = live_address(heap, word(at));
    if (object === 0) bury(heap, at);
    else {
      set_word(kept, object);
      set_word(kept + 8, word(at + 8));
      set_word(kept + 16, word(at + 16));
      kept += 24;
    }
  }
  finalizers.top = kept;
}

function bury(heap: Heap, at: usize): void {
  push(heap.dead, word(at + 8));
  push(heap.dead, word(at + 16));
}

/** Calls what the last collection has found, when the heap is whole again. */
export function call_finalizers(heap: Heap): void {
  const dead = heap.dead;
  for (let at = dead.start; at < dead.top; at += 16) call_finalizer(word(at), word(at + 8));
  dead.top = dead.start;
}

/** The heap ends: everything in it dies. */
export function finalize_all(heap: Heap): void {
  finalize_vector(heap.young_finalizers);
  finalize_vector(heap.finalizers);
}

function finalize_vector(vector: Vector): void {
  for (let at = vector.start; at < vector.top; at += 24)
    call_finalizer(word(at + 8), word(at + 16));
  release_vector(vector);
}
