// A collection from its start to its end.
import type { usize } from 'mixmod';
import { add_chunk } from './chunks.ts';
import { choose_blocks } from './evacuation.ts';
import { age_finalizers, call_finalizers, find_dead } from './finalizers.ts';
import type { Heap } from './heap.ts';
import { age_large, sort_large, sweep_large } from './large.ts';
import { leave_marking, mark_all, pin_old_from_stack, unpin } from './major.ts';
import { exhausted, nursery_set } from './memory.ts';
import { trace_young } from './minor.ts';
import { leave_young_block } from './nursery.ts';
import { close_old_space } from './old-space.ts';
import { log_collection, minor_work, nanoseconds, note_major, note_minor } from './statistics.ts';
import { clear_marks, sweep_blocks } from './sweep.ts';
import { clear, reserve } from './vector.ts';
import { verify_heap } from './verify.ts';
import { empty_nursery } from './young-blocks.ts';

/** The first major collection is due at so many bytes. */
export const LEAST_THRESHOLD: usize = 33554432;

/** A major collection is due when so many bytes outside of the heap are kept by old objects, or as many as are live in it. */
const LEAST_OUTSIDE: usize = 268435456;

const is_due = (heap: Heap): boolean =>
  heap.old_bytes + heap.large_bytes > heap.threshold ||
  heap.old_outside > (heap.live > LEAST_OUTSIDE ? heap.live : LEAST_OUTSIDE);

/**
 * Nothing can be raised in the middle of a collection. Room to note every object of the nursery takes addresses, and memory
 * only where it is used. Without it there is no collection, and the allocation that wanted it fails.
 */
function can_note_survivors(heap: Heap): boolean {
  const young_large = heap.young_large;
  const young_finalizers = heap.young_finalizers;
  const finalizers = heap.finalizers;
  const objects = (heap.young_count << 11) + ((young_large.top - young_large.start) >> 3);
  const words =
    (young_finalizers.top - young_finalizers.start + finalizers.top - finalizers.start) >> 3;
  return (
    reserve(heap.gray, objects) &&
    reserve(heap.pinned, objects) &&
    reserve(heap.large, (young_large.top - young_large.start) >> 3) &&
    reserve(finalizers, (young_finalizers.top - young_finalizers.start) >> 3) &&
    reserve(heap.dead, words)
  );
}

/** A minor collection, and a major one if it is asked for or due. The nursery is empty afterwards. */
export function collect_garbage(heap: Heap, is_major: boolean, sp: usize): void {
  if (!can_note_survivors(heap)) return;
  minor(heap, sp);
  if (is_major || is_due(heap)) major(heap, sp);
  if (heap.verify !== 0 && verify_heap(heap) !== 0) exhausted();
  call_finalizers(heap);
}

function minor(heap: Heap, sp: usize): void {
  const start = nanoseconds(heap);
  const work = minor_work(heap);
  leave_young_block(heap);
  // Room for all of the nursery is there before, or survivors stay where they are.
  heap.in_place = has_room(heap) ? 0 : 1;
  sort_large(heap.young_large);
  trace_young(heap, sp);
  age_finalizers(heap);
  age_large(heap);
  empty_nursery(heap);
  close_old_space(heap);
  nursery_set(0, 0);
  clear(heap.gray);
  note_minor(heap, nanoseconds(heap) - start, minor_work(heap) - work);
  if (heap.log !== 0) log_collection(heap, 0, nanoseconds(heap) - start);
}

/** Blocks may be left with a rest that is too short for an object: up to a quarter of each. */
function has_room(heap: Heap): boolean {
  const wanted = heap.young_count + (heap.young_count >> 1) + 2;
  while (heap.free_count < wanted) if (!add_chunk(heap)) return false;
  return true;
}

function major(heap: Heap, sp: usize): void {
  const start = nanoseconds(heap);
  if (!pin_old_from_stack(heap, sp)) {
    leave_marking(heap);
    return;
  }
  choose_blocks(heap);
  clear_marks(heap);
  mark_all(heap);
  find_dead(heap);
  close_old_space(heap);
  sweep_large(heap);
  unpin(heap);
  sweep_blocks(heap);
  clear(heap.gray);
  heap.evacuating = 0;
  heap.old_outside = 0;
  set_threshold(heap);
  note_major(heap, nanoseconds(heap) - start);
  if (heap.log !== 0) log_collection(heap, 1, nanoseconds(heap) - start);
}

/** As much again as is live, above what is in use: lines count as a whole. */
function set_threshold(heap: Heap): void {
  const wanted = heap.old_bytes + heap.large_bytes + heap.live;
  heap.threshold = wanted > LEAST_THRESHOLD ? wanted : LEAST_THRESHOLD;
}
