// The record of a heap: all state of the collector. One for each environment.
import { lltype, rffi, type usize } from 'mixmod';
import { TIMESPEC } from './memory.ts';
import { VECTOR } from './vector.ts';

export const HEAP = lltype.Struct(
  'gc_heap',
  // What the module says.
  ['table', lltype.Unsigned], // type descriptors
  ['roots', lltype.Unsigned], // u32 offsets of the module-level variables that hold references
  ['root_count', lltype.Unsigned],
  ['globals', lltype.Unsigned], // what those offsets count from
  // Chunks and blocks.
  ['chunks', lltype.Unsigned], // the newest chunk
  ['chunk_count', lltype.Unsigned],
  ['chunk_map', lltype.Unsigned], // what is known of every chunk that could be
  ['free_blocks', lltype.Unsigned], // record of the first
  ['free_count', lltype.Unsigned],
  ['recyclable', lltype.Unsigned], // record of the first old block with free lines
  // The nursery.
  ['young_blocks', lltype.Unsigned], // record of the first; the newest is the one that is being filled
  ['young_count', lltype.Unsigned],
  ['nursery_blocks', lltype.Unsigned], // so many are filled before a collection
  // Where old objects are made: lines of an old block, and for longer objects a block of its own.
  ['hole_start', lltype.Unsigned],
  ['hole_next', lltype.Unsigned],
  ['hole_end', lltype.Unsigned],
  ['hole_block', lltype.Unsigned], // record of the block that may have more free lines; 0: none
  ['wide_start', lltype.Unsigned],
  ['wide_next', lltype.Unsigned],
  ['wide_end', lltype.Unsigned],
  // Of the running collection.
  ['in_place', lltype.Unsigned], // there is no memory to copy to: survivors stay where they are
  ['evacuating', lltype.Unsigned], // some blocks are being emptied
  ['overflow', lltype.Unsigned], // objects are marked that the next vector had no memory for
  ['gray', VECTOR], // objects that are reached, whose slots are not yet looked at
  ['pinned', VECTOR],
  ['weak', VECTOR], // WeakRefs that are reached
  ['weak_unlisted', lltype.Unsigned], // some are not in the list, for which there was no memory
  ['dead', VECTOR], // function and data of finalizers to be called
  // Between collections.
  ['remembered', VECTOR], // old objects that young ones have been stored into
  ['unlisted', lltype.Unsigned], // some of them are not in the list, for which there was no memory
  ['large', VECTOR], // old large objects in order of address
  ['young_large', VECTOR],
  ['large_bytes', lltype.Unsigned],
  ['young_large_bytes', lltype.Unsigned],
  ['handles', VECTOR],
  ['free_handle', lltype.Unsigned], // the newest free one; 0: none
  ['finalizers', VECTOR], // object, function, data; of old objects
  ['young_finalizers', VECTOR],
  // Growth.
  ['old_bytes', lltype.Unsigned], // in lines that are in use
  ['threshold', lltype.Unsigned], // of old and large bytes: then a major collection
  // Memory of the host that objects keep: bytes of boxes that were made since the last collection, of old ones since the last major one.
  ['young_outside', lltype.Unsigned],
  ['old_outside', lltype.Unsigned],
  // Settings.
  ['stress', lltype.Unsigned], // collect at every allocation
  ['poor', lltype.Unsigned], // lists that can be done without stay empty
  ['log', lltype.Unsigned],
  ['cpu_clock', lltype.Unsigned], // times are the thread's, not the world's
  ['verify', lltype.Unsigned], // look at the whole heap after each collection
  // Statistics; times in nanoseconds.
  ['minor_count', lltype.Unsigned],
  ['major_count', lltype.Unsigned],
  ['minor_longest', lltype.Unsigned],
  ['major_longest', lltype.Unsigned],
  ['minor_total', lltype.Unsigned],
  ['major_total', lltype.Unsigned],
  ['allocated', lltype.Unsigned], // bytes in blocks and large objects that have been given up to the last collection
  ['promoted', lltype.Unsigned], // bytes copied out of the nursery
  ['looked', lltype.Unsigned], // bytes of old objects' list, of arrays' slots and of notes that minor collections read
  ['minor_most', lltype.Unsigned], // promoted and looked at by one minor collection at most
  ['evacuated', lltype.Unsigned],
  ['pin_count', lltype.Unsigned], // of the last collection
  ['live', lltype.Unsigned], // bytes after the last major collection
  ['now', TIMESPEC],
);
export type Heap = lltype.Ptr<typeof HEAP>;

export function heap_at(address: usize): Heap {
  return rffi.cast(lltype.Ptr(HEAP), address);
}
