// The collector's entries.
import { rffi, usize } from 'mixmod';
import { release_chunks } from './chunks.ts';
import { HEAP, heap_at } from './heap.ts';
import { allocate_zeroed, nursery_next, nursery_set, release } from './memory.ts';
import { block_end } from './chunks.ts';
import { next_young_block } from './nursery.ts';

/** 4 MiB. */
const NURSERY_BLOCKS: usize = 128;

/** A heap without memory. `globals`: what the offsets at `roots` count from. 0 when memory is exhausted. */
export function heap_new(table: usize, roots: usize, root_count: usize, globals: usize): usize {
  const address = allocate_zeroed(usize(rffi.sizeof(HEAP)));
  if (address === 0) return 0;
  const heap = heap_at(address);
  heap.table = table;
  heap.roots = roots;
  heap.root_count = root_count;
  heap.globals = globals;
  heap.nursery_blocks = NURSERY_BLOCKS;
  return address;
}

export function heap_free(address: usize): void {
  release_chunks(heap_at(address));
  release(address);
}

/** An object of `size` bytes, zeroed; 0 when memory is exhausted. `sp`: the native stack pointer. */
export function alloc_slow(address: usize, size: usize, sp: usize): usize {
  // No memory for its record, or the module has ended.
  if (address === 0) return 0;
  const heap = heap_at(address);
  if (!next_young_block(heap)) return 0;
  const object = nursery_next();
  nursery_set(object + size, block_end(heap.young_blocks));
  return object;
}

/** Nothing is moved yet. */
export function remember(_address: usize, _object: usize): void {}
