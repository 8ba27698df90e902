// The record of a heap: all state of the collector. One for each environment.
import { lltype, rffi, type usize } from 'mixmod';

export const HEAP = lltype.Struct(
  'gc_heap',
  // What the module says.
  ['table', lltype.Unsigned], // type descriptors
  ['roots', lltype.Unsigned], // u32 offsets of the module-level variables that hold references
  ['root_count', lltype.Unsigned],
  ['globals', lltype.Unsigned], // what those offsets count from
  // Chunks and free blocks.
  ['chunks', lltype.Unsigned], // the newest chunk
  ['chunk_count', lltype.Unsigned],
  ['chunk_map', lltype.Unsigned], // a bit for every chunk that could be
  ['free_blocks', lltype.Unsigned], // record of the first
  ['free_count', lltype.Unsigned],
  // The nursery.
  ['young_blocks', lltype.Unsigned], // record of the first; the newest is the one that is being filled
  ['young_count', lltype.Unsigned],
  ['nursery_blocks', lltype.Unsigned], // so many are filled before a collection
);
export type Heap = lltype.Ptr<typeof HEAP>;

export function heap_at(address: usize): Heap {
  return rffi.cast(lltype.Ptr(HEAP), address);
}
