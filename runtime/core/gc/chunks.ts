// Chunks: aligned memory of the system's.
import { lltype, rffi, type usize } from 'mixmod';
import { map_chunk, open_map, release_map, unmap_chunk } from './chunk-map.ts';
import type { Heap } from './heap.ts';
import {
  BLOCK_BYTES,
  BLOCK_SHIFT,
  BLOCKS,
  CHUNK,
  CHUNK_BYTES,
  CHUNK_MASK,
  type Block,
  type Chunk,
  BLOCK,
  RECORD_SHIFT,
  RECORDS_OFFSET,
} from './layout.ts';
import { map_pages, unmap_pages } from './memory.ts';

export function chunk_at(address: usize): Chunk {
  return rffi.cast(lltype.Ptr(CHUNK), address);
}

/** Adds a chunk whose blocks are all free. False when memory is exhausted. */
export function add_chunk(heap: Heap): boolean {
  if (!open_map(heap)) return false;
  const address = map_aligned();
  if (address === 0) return false;
  map_chunk(heap, address);
  chunk_at(address).next = heap.chunks;
  heap.chunks = address;
  heap.chunk_count = heap.chunk_count + 1;
  // The lowest one first: it will be taken first.
  for (let index = BLOCKS - 1; index > 0; index--) {
    const record = address + RECORDS_OFFSET + (index << RECORD_SHIFT);
    block_at(record).next = heap.free_blocks;
    heap.free_blocks = record;
  }
  heap.free_count = heap.free_count + BLOCKS - 1;
  return true;
}

/** The system hands out one below the other, so that what follows an aligned one is aligned too. */
function map_aligned(): usize {
  const near = map_pages(CHUNK_BYTES);
  if (near === 0 || (near & CHUNK_MASK) === 0) return near;
  unmap_pages(near, CHUNK_BYTES);
  const wide = map_pages(2 * CHUNK_BYTES);
  if (wide === 0) return 0;
  const before = (CHUNK_BYTES - (wide & CHUNK_MASK)) & CHUNK_MASK;
  const chunk = wide + before;
  if (before > 0) unmap_pages(wide, before);
  unmap_pages(chunk + CHUNK_BYTES, CHUNK_BYTES - before);
  return chunk;
}

/** Gives a chunk back that is no longer in the list and has no block in one. */
export function drop_chunk(heap: Heap, chunk: usize): void {
  unmap_chunk(heap, chunk);
  heap.chunk_count = heap.chunk_count - 1;
  unmap_pages(chunk, CHUNK_BYTES);
}

/** Gives all chunks back. */
export function release_chunks(heap: Heap): void {
  let chunk = heap.chunks;
  while (chunk !== 0) {
    const next = chunk_at(chunk).next;
    unmap_pages(chunk, CHUNK_BYTES);
    chunk = next;
  }
  release_map(heap);
}

// ---- blocks ----

export function block_at(record: usize): Block {
  return rffi.cast(lltype.Ptr(BLOCK), record);
}

export function chunk_of(address: usize): usize {
  return address - (address & CHUNK_MASK);
}

/** The record of the block that the address is in. */
export function record_of(address: usize): usize {
  const inside = address & CHUNK_MASK;
  return address - inside + RECORDS_OFFSET + ((inside >> BLOCK_SHIFT) << RECORD_SHIFT);
}

/** The first byte of a block. */
export function block_start(record: usize): usize {
  const inside = record & CHUNK_MASK;
  return record - inside + (((inside - RECORDS_OFFSET) >> RECORD_SHIFT) << BLOCK_SHIFT);
}

/** The record of a free block, which is no longer in the list; 0 when memory is exhausted. */
export function take_block(heap: Heap): usize {
  if (heap.free_blocks === 0 && !add_chunk(heap)) return 0;
  const record = heap.free_blocks;
  heap.free_blocks = block_at(record).next;
  heap.free_count = heap.free_count - 1;
  return record;
}

export function block_end(record: usize): usize {
  return block_start(record) + BLOCK_BYTES;
}
