// From a word on the native stack to the object that it may mean: its start, or anywhere inside of it.
import type { u32, usize } from 'mixmod';
import { is_in_chunk } from './chunk-map.ts';
import { block_at, block_start, record_of } from './chunks.ts';
import type { Heap } from './heap.ts';
import {
  BLOCK_SHIFT,
  CHUNK_MASK,
  FIXED,
  FREE,
  LARGEST_SMALL,
  STARTS_OFFSET,
  WALKED,
  WEAK,
  YOUNG,
} from './layout.ts';
import { find_large } from './large.ts';
import { leading_zeros, word } from './memory.ts';
import { descriptor_of, object_size, set_start } from './objects.ts';

/** 0: none. The young large objects must be in order. */
function find_object(heap: Heap, address: usize): usize {
  if (!is_in_chunk(heap, address)) {
    const young = find_large(heap, heap.young_large, address);
    return young === 0 ? find_large(heap, heap.large, address) : young;
  }
  // What is known of the blocks is no object.
  if ((address & CHUNK_MASK) >> BLOCK_SHIFT === 0) return 0;
  const record = record_of(address);
  const block = block_at(record);
  if (block.state === FREE) return 0;
  if (block.state === YOUNG) {
    if (address >= block.end) return 0;
    walk_young(heap, record);
  }
  const object = last_start(address, block_start(record));
  if (object === 0) return 0;
  return address < object + object_size(heap.table, object) ? object : 0;
}

/** So many objects a word may mean: see `meant_by`. */
export const MEANINGS: usize = 5;

/**
 * What a word of the native stack keeps where it is, 0: nothing. Meaning 0 is the object that it points into. The others are
 * items that code may walk along with a pointer just outside of them: behind the last one, or before the first where a constant
 * is taken away from an index.
 */
export function meant_by(heap: Heap, value: usize, meaning: usize): usize {
  if (value < 4096) return 0;
  if (meaning === 0) return find_object(heap, value);
  // 8 bytes before the word, then 24, 56 and 88 behind it.
  const object = find_object(heap, value + (meaning << 5) - 40);
  if (object === 0) return 0;
  const kind: u32 = descriptor_of(heap.table, object).kind;
  return kind === FIXED || kind === WEAK ? 0 : object;
}

/** The start at or before the address; 0 if the block has none, or none so near that an object could reach this far. */
function last_start(address: usize, block: usize): usize {
  const inside = address & CHUNK_MASK;
  const starts = address - inside + STARTS_OFFSET;
  const lowest = address - block > LARGEST_SMALL ? address - LARGEST_SMALL : block;
  // Words of 64 bits: 512 bytes of the heap.
  let at = inside >> 9;
  const first = (lowest & CHUNK_MASK) >> 9;
  const bit = (inside >> 3) & 63;
  let bits = word(starts + (at << 3));
  bits = (bits << (63 - bit)) >> (63 - bit);
  while (bits === 0) {
    if (at === first) return 0;
    at--;
    bits = word(starts + (at << 3));
  }
  return address - inside + (at << 9) + ((63 - leading_zeros(bits)) << 3);
}

/** Marks where the objects of a young block start. It is not done while they are made, as few blocks are asked for. */
export function walk_young(heap: Heap, record: usize): void {
  const block = block_at(record);
  if ((block.flags & WALKED) !== 0) return;
  block.flags = block.flags | WALKED;
  const end = block.end;
  for (let at = block_start(record); at < end; at += object_size(heap.table, at)) set_start(at);
}
