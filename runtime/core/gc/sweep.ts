// After marking: which blocks are free, which have free lines; chunks that nobody needs go back to the system.
import type { usize } from 'mixmod';
import { block_at, chunk_at, drop_chunk } from './chunks.ts';
import { used_lines } from './evacuation.ts';
import type { Heap } from './heap.ts';
import {
  BLOCKS,
  FREE,
  LINE_SHIFT,
  LINES,
  LINES_BYTES,
  LINES_OFFSET,
  OLD_BLOCK,
  RECORD_SHIFT,
  RECORDS_OFFSET,
  STARTS_BYTES,
} from './layout.ts';
import { zero_bytes } from './memory.ts';
import { recycle } from './old-space.ts';

/** Clears marks and lines. Nothing is put into lines that are free until they are known again. */
export function clear_marks(heap: Heap): void {
  for (let chunk = heap.chunks; chunk !== 0; chunk = chunk_at(chunk).next) {
    zero_bytes(chunk + LINES_OFFSET, LINES_BYTES + STARTS_BYTES);
    for (let index: usize = 1; index < BLOCKS; index++)
      block_at(chunk + RECORDS_OFFSET + (index << RECORD_SHIFT)).live = 0;
  }
  heap.recyclable = 0;
}

/** Makes the lists of blocks anew. */
export function sweep_blocks(heap: Heap): void {
  let lines: usize = 0;
  heap.live = heap.large_bytes;
  // A nursery, and as much again for what survives.
  let wanted = heap.nursery_blocks * 2;
  heap.recyclable = 0;
  heap.free_blocks = 0;
  heap.free_count = 0;
  let chunk = heap.chunks;
  let newer: usize = 0;
  while (chunk !== 0) {
    const next = chunk_at(chunk).next;
    const used = sweep_chunk(heap, chunk);
    lines += used;
    if (used === 0 && wanted === 0) {
      if (newer === 0) heap.chunks = next;
      else chunk_at(newer).next = next;
      drop_chunk(heap, chunk);
    } else {
      const before = heap.free_count;
      list_free_blocks(heap, chunk);
      const found = heap.free_count - before;
      wanted = wanted > found ? wanted - found : 0;
      newer = chunk;
    }
    chunk = next;
  }
  heap.old_bytes = lines << LINE_SHIFT;
}

/** Lines in use. */
function sweep_chunk(heap: Heap, chunk: usize): usize {
  let lines: usize = 0;
  for (let index: usize = 1; index < BLOCKS; index++) {
    const record = chunk + RECORDS_OFFSET + (index << RECORD_SHIFT);
    const block = block_at(record);
    block.flags = 0;
    if (block.state !== OLD_BLOCK) continue;
    const used = used_lines(chunk, index);
    lines += used;
    heap.live = heap.live + block.live;
    if (used === 0) block.state = FREE;
    else if (used < LINES) recycle(heap, record);
  }
  return lines;
}

/** The lowest first. */
function list_free_blocks(heap: Heap, chunk: usize): void {
  for (let index = BLOCKS - 1; index > 0; index--) {
    const record = chunk + RECORDS_OFFSET + (index << RECORD_SHIFT);
    const block = block_at(record);
    if (block.state !== FREE) continue;
    block.next = heap.free_blocks;
    heap.free_blocks = record;
    heap.free_count = heap.free_count + 1;
  }
}
