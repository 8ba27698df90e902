// The nursery: blocks that are filled by the inline allocation, each zeroed when it is entered.
import { map_young } from './chunk-map.ts';
import { block_at, block_end, block_start, chunk_of, take_block } from './chunks.ts';
import type { Heap } from './heap.ts';
import { BLOCK_BYTES, YOUNG } from './layout.ts';
import { nursery_next, nursery_set, zero_bytes } from './memory.ts';

/** The inline allocation goes on in a new block. False when memory is exhausted. */
export function next_young_block(heap: Heap): boolean {
  leave_young_block(heap);
  const record = take_block(heap);
  if (record === 0) return false;
  const block = block_at(record);
  const start = block_start(record);
  block.state = YOUNG;
  block.next = heap.young_blocks;
  block.end = start;
  heap.young_blocks = record;
  heap.young_count = heap.young_count + 1;
  map_young(heap, chunk_of(start));
  zero_bytes(start, BLOCK_BYTES);
  nursery_set(start, block_end(record));
  return true;
}

/** Notes where the objects of the block end that is being filled. */
export function leave_young_block(heap: Heap): void {
  if (heap.young_blocks !== 0) block_at(heap.young_blocks).end = nursery_next();
}
