// What is counted, and the line that `MIXMOD_GC=log` writes for each collection.
import { usize } from 'mixmod';
import type { Heap } from './heap.ts';
import { CHUNK_BYTES } from './layout.ts';
import { c_clock_gettime, gc_log, nursery_next } from './memory.ts';
import { block_at, block_start } from './chunks.ts';

/** Of a clock that only runs forwards: CLOCK_MONOTONIC, or CLOCK_THREAD_CPUTIME_ID. */
export function nanoseconds(heap: Heap): usize {
  c_clock_gettime(heap.cpu_clock !== 0 ? 3 : 1, heap.now);
  return usize(heap.now.seconds) * 1000000000 + usize(heap.now.nanoseconds);
}

/** Bytes that minor collections have copied or looked at: what they take time for, on a machine that does other things too. */
export function minor_work(heap: Heap): usize {
  return heap.promoted + heap.looked;
}

export function note_minor(heap: Heap, duration: usize, work: usize): void {
  if (work > heap.minor_most) heap.minor_most = work;
  heap.minor_count = heap.minor_count + 1;
  heap.minor_total = heap.minor_total + duration;
  if (duration > heap.minor_longest) heap.minor_longest = duration;
}

export function note_major(heap: Heap, duration: usize): void {
  heap.major_count = heap.major_count + 1;
  heap.major_total = heap.major_total + duration;
  if (duration > heap.major_longest) heap.major_longest = duration;
}

export function log_collection(heap: Heap, is_major: usize, duration: usize): void {
  const mapped = heap.chunk_count * CHUNK_BYTES;
  gc_log(is_major, duration / 1000, heap.old_bytes >> 10, heap.large_bytes >> 10, mapped >> 10);
}

/** Times are nanoseconds, sizes bytes. */
export function statistic_of(heap: Heap, which: usize): usize {
  switch (which) {
    case 0:
      return heap.minor_count;
    case 1:
      return heap.major_count;
    case 2:
      return heap.minor_longest;
    case 3:
      return heap.major_longest;
    case 4:
      return heap.minor_total;
    case 5:
      return heap.major_total;
    case 6:
      return heap.allocated + young_bytes(heap);
    case 7:
      return heap.live;
    case 8:
      return heap.chunk_count * CHUNK_BYTES + heap.large_bytes + heap.young_large_bytes;
    case 9:
      return heap.promoted;
    case 10:
      return heap.pin_count;
    case 11:
      return heap.evacuated;
    case 12:
      return heap.old_bytes + heap.large_bytes;
    case 13:
      return heap.minor_most;
    default:
      return 0;
  }
}

function young_bytes(heap: Heap): usize {
  let bytes = heap.young_large_bytes;
  for (let record = heap.young_blocks; record !== 0; record = block_at(record).next)
    bytes +=
      (record === heap.young_blocks ? nursery_next() : block_at(record).end) - block_start(record);
  return bytes;
}
