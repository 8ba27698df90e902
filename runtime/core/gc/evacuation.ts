// Evacuation: a major collection that finds much free space scattered over many blocks moves the objects of those that
// have few, so that they become free as a whole.
import type { usize } from 'mixmod';
import { block_at, chunk_at } from './chunks.ts';
import type { Heap } from './heap.ts';
import {
  BLOCK_BYTES,
  BLOCKS,
  BODY_OFFSET,
  EVACUATE,
  FORWARDED,
  LINES,
  LINES_OFFSET,
  OLD_BLOCK,
  RECORD_SHIFT,
  RECORDS_OFFSET,
  WORD_OFFSET,
} from './layout.ts';
import { copy_words, half, set_half, set_word, word } from './memory.ts';
import { object_size, set_start } from './objects.ts';
import { allocate_old } from './old-space.ts';

/** Blocks with at most so many bytes of live objects are emptied: half of what they hold. */
const SPARSE: usize = 16384;

/** Chooses the blocks, by what the last marking has found in them. */
export function choose_blocks(heap: Heap): void {
  heap.evacuating = 0;
  if (heap.stress === 0 && !is_fragmented(heap)) return;
  for (let chunk = heap.chunks; chunk !== 0; chunk = chunk_at(chunk).next)
    for (let index: usize = 1; index < BLOCKS; index++) {
      const block = block_at(chunk + RECORDS_OFFSET + (index << RECORD_SHIFT));
      if (block.state !== OLD_BLOCK) continue;
      if (heap.stress === 0 && block.live > SPARSE) continue;
      block.flags = block.flags | EVACUATE;
      heap.evacuating = 1;
    }
}

/** More than a quarter of the old blocks' space is what sparse ones do not need. */
function is_fragmented(heap: Heap): boolean {
  let blocks: usize = 0;
  let wasted: usize = 0;
  for (let chunk = heap.chunks; chunk !== 0; chunk = chunk_at(chunk).next)
    for (let index: usize = 1; index < BLOCKS; index++) {
      const block = block_at(chunk + RECORDS_OFFSET + (index << RECORD_SHIFT));
      if (block.state !== OLD_BLOCK) continue;
      blocks++;
      if (block.live <= SPARSE) wasted += BLOCK_BYTES - block.live;
    }
  return wasted << 2 > blocks * BLOCK_BYTES;
}

/** Of a block: the sum of its lines' bytes, eight at a time. */
export function used_lines(chunk: usize, index: usize): usize {
  const start = chunk + LINES_OFFSET + (index << 7);
  let sums: usize = 0;
  for (let at = start; at < start + LINES; at += 8) sums += word(at);
  // A one in each byte, as two factors: a literal holds 53 bits.
  return (sums * 16843009 * 4294967297) >> 56;
}

/** The new address; 0 when there is no memory to go to. */
export function evacuate(heap: Heap, object: usize): usize {
  const size = object_size(heap.table, object);
  const to = allocate_old(heap, size);
  if (to === 0) return 0;
  copy_words(object, to, size);
  set_start(to);
  set_half(object + WORD_OFFSET, half(object + WORD_OFFSET) | FORWARDED);
  set_word(object + BODY_OFFSET, to);
  heap.evacuated = heap.evacuated + size;
  return to;
}
