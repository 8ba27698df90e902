// What becomes of the nursery's blocks when its survivors are known: old blocks where something stayed, else free ones.
import type { usize } from 'mixmod';
import { map_chunk } from './chunk-map.ts';
import { block_at, block_start, chunk_of, record_of } from './chunks.ts';
import type { Heap } from './heap.ts';
import {
  BLOCK_STARTS,
  CHUNK_MASK,
  FREE,
  HAS_PINS,
  OLD_BLOCK,
  STARTS_OFFSET,
  WALKED,
} from './layout.ts';
import { word, zero_bytes } from './memory.ts';
import { object_size, set_lines, set_start } from './objects.ts';
import { recycle } from './old-space.ts';

export function empty_nursery(heap: Heap): void {
  let record = heap.young_blocks;
  while (record !== 0) {
    const block = block_at(record);
    const next = block.next;
    const flags = block.flags;
    const start = block_start(record);
    heap.allocated = heap.allocated + block.end - start;
    if ((flags & WALKED) !== 0) clear_starts(start);
    block.flags = 0;
    map_chunk(heap, chunk_of(start));
    if ((flags & HAS_PINS) !== 0) {
      block.state = OLD_BLOCK;
      block.live = 0;
      recycle(heap, record);
    } else {
      block.state = FREE;
      block.next = heap.free_blocks;
      heap.free_blocks = record;
      heap.free_count = heap.free_count + 1;
    }
    record = next;
  }
  heap.young_blocks = 0;
  heap.young_count = 0;
  keep_pinned(heap);
}

function clear_starts(start: usize): void {
  const inside = start & CHUNK_MASK;
  zero_bytes(start - inside + STARTS_OFFSET + (inside >> 6), BLOCK_STARTS);
}

/** What stayed is all that is in those blocks now. */
function keep_pinned(heap: Heap): void {
  const pinned = heap.pinned;
  for (let at = pinned.start; at < pinned.top; at += 8) {
    const object = word(at);
    const size = object_size(heap.table, object);
    set_start(object);
    set_lines(object, size);
    heap.old_bytes = heap.old_bytes + size;
    const block = block_at(record_of(object));
    block.live = block.live + size;
  }
  heap.pin_count = (pinned.top - pinned.start) >> 3;
  pinned.top = pinned.start;
}
