// Memory for objects that become old: free lines of old blocks, then free blocks. Longer objects do not look for lines
// that are long enough but get a block that is empty.
import type { usize } from 'mixmod';
import { block_at, block_end, block_start, record_of, take_block } from './chunks.ts';
import type { Heap } from './heap.ts';
import { LINE_BYTES, LINES, OLD_BLOCK } from './layout.ts';
import { byte } from './memory.ts';
import { line_at, set_lines } from './objects.ts';

/** Room for an object, not zeroed; 0 when memory is exhausted. */
export function allocate_old(heap: Heap, size: usize): usize {
  const object = heap.hole_next;
  if (object + size <= heap.hole_end) {
    heap.hole_next = object + size;
    return object;
  }
  return size > LINE_BYTES ? allocate_wide(heap, size) : allocate_in_next(heap, size);
}

function allocate_wide(heap: Heap, size: usize): usize {
  if (heap.wide_next + size > heap.wide_end) {
    close_wide(heap);
    const record = take_old_block(heap);
    if (record === 0) return 0;
    heap.wide_start = block_start(record);
    heap.wide_next = heap.wide_start;
    heap.wide_end = block_end(record);
  }
  const object = heap.wide_next;
  heap.wide_next = object + size;
  return object;
}

/** Any hole is long enough for an object of a line. */
function allocate_in_next(heap: Heap, size: usize): usize {
  if (!next_hole(heap)) return 0;
  const object = heap.hole_start;
  heap.hole_next = object + size;
  return object;
}

function take_old_block(heap: Heap): usize {
  const record = take_block(heap);
  if (record !== 0) {
    block_at(record).state = OLD_BLOCK;
    block_at(record).live = 0;
  }
  return record;
}

function next_hole(heap: Heap): boolean {
  let from = heap.hole_end;
  close_hole(heap);
  for (;;) {
    if (heap.hole_block === 0) {
      heap.hole_block = heap.recyclable;
      if (heap.hole_block === 0) return open_block(heap);
      heap.recyclable = block_at(heap.hole_block).next;
      from = block_start(heap.hole_block);
    }
    if (find_lines(heap, from)) return true;
    heap.hole_block = 0;
  }
}

function open_block(heap: Heap): boolean {
  const record = take_old_block(heap);
  if (record === 0) return false;
  heap.hole_start = block_start(record);
  heap.hole_next = heap.hole_start;
  heap.hole_end = block_end(record);
  return true;
}

/** The next free lines of the block from an address in it on (or its end). */
function find_lines(heap: Heap, from: usize): boolean {
  const start = block_start(heap.hole_block);
  const first_line = line_at(start);
  const behind = first_line + LINES;
  let at = first_line + ((from - start) >> 8);
  while (at < behind && byte(at) !== 0) at++;
  if (at === behind) return false;
  const first = at;
  while (at < behind && byte(at) === 0) at++;
  heap.hole_start = start + ((first - first_line) << 8);
  heap.hole_next = heap.hole_start;
  heap.hole_end = start + ((at - first_line) << 8);
  return true;
}

// ---- at the end of a collection, and of a hole ----

function use_lines(heap: Heap, start: usize, next: usize): void {
  if (next === start) return;
  set_lines(start, next - start);
  heap.old_bytes = heap.old_bytes + (next - start);
  const block = block_at(record_of(start));
  block.live = block.live + (next - start);
}

/** What is left of the hole stays free. */
function close_hole(heap: Heap): void {
  use_lines(heap, heap.hole_start, heap.hole_next);
  heap.hole_start = 0;
  heap.hole_next = 0;
  heap.hole_end = 0;
}

function close_wide(heap: Heap): void {
  use_lines(heap, heap.wide_start, heap.wide_next);
  heap.wide_start = 0;
  heap.wide_next = 0;
  heap.wide_end = 0;
}

/** The lines of all old objects are in use now; blocks that have others are found again. */
export function close_old_space(heap: Heap): void {
  const hole_block = heap.hole_block;
  const opened = heap.hole_block === 0 ? heap.hole_start : 0;
  const unfilled = opened !== 0 && heap.hole_end - heap.hole_next >= LINE_BYTES;
  close_hole(heap);
  if (hole_block !== 0) recycle(heap, hole_block);
  if (unfilled) recycle_at(heap, opened);
  const wide = heap.wide_start;
  const wide_unfilled = heap.wide_end - heap.wide_next >= LINE_BYTES;
  close_wide(heap);
  if (wide !== 0 && wide_unfilled) recycle_at(heap, wide);
  heap.hole_block = 0;
}

function recycle_at(heap: Heap, address: usize): void {
  recycle(heap, record_of(address));
}

export function recycle(heap: Heap, record: usize): void {
  block_at(record).next = heap.recyclable;
  heap.recyclable = record;
}
