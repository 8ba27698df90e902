// The collector's entries. Heaps and objects are addresses; `sp` is the native stack pointer, from which on to the base of
// the stack everything is looked at.
import { rffi, type u32, usize } from 'mixmod';
import { block_end, release_chunks } from './chunks.ts';
import { collect_garbage, LEAST_THRESHOLD } from './collect.ts';
import { add_finalizer, finalize_all } from './finalizers.ts';
import { HEAP, type Heap, heap_at } from './heap.ts';
import { new_large, release_large } from './large.ts';
import { BLOCK_SHIFT, LARGEST_SMALL, REMEMBER, WORD_OFFSET } from './layout.ts';
import {
  allocate_zeroed,
  half,
  nursery_next,
  nursery_set,
  release,
  set_half,
  word,
} from './memory.ts';
import { next_young_block } from './nursery.ts';
import * as roots from './roots.ts';
import { list_remembered } from './remembered.ts';
import { read_settings } from './settings.ts';
import { copy_notes, is_listed, list_slots, notes_of } from './slots.ts';
import { statistic_of } from './statistics.ts';
import { release_vector } from './vector.ts';
import { verify_heap } from './verify.ts';

/** 4 MiB. */
const NURSERY_BLOCKS: usize = 128;
/** Large objects of at least so many bytes are allocated between two collections. */
const LEAST_LARGE: usize = 16777216;

/** Bytes outside of the heap that young objects keep before there is a minor collection. */
const MOST_OUTSIDE: usize = 33554432;

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
  heap.threshold = LEAST_THRESHOLD;
  read_settings(heap);
  return address;
}

export function heap_free(address: usize): void {
  const heap = heap_at(address);
  finalize_all(heap);
  release_large(heap);
  release_vector(heap.gray);
  release_vector(heap.pinned);
  release_vector(heap.weak);
  release_vector(heap.dead);
  release_vector(heap.remembered);
  release_vector(heap.handles);
  release_chunks(heap);
  release(address);
}

/** An object of `size` bytes, zeroed but for its word; 0 when memory is exhausted. */
export function alloc_slow(address: usize, size: usize, type: u32, sp: usize): usize {
  // No memory for its record, or the module has ended.
  if (address === 0) return 0;
  const heap = heap_at(address);
  if (heap.stress !== 0) collect_garbage(heap, (heap.minor_count & 1) !== 0, sp);
  return size > LARGEST_SMALL ? alloc_large(heap, size, type, sp) : alloc_small(heap, size, sp);
}

function alloc_small(heap: Heap, size: usize, sp: usize): usize {
  if (heap.young_count >= heap.nursery_blocks) collect_garbage(heap, false, sp);
  if (!next_young_block(heap)) {
    collect_garbage(heap, true, sp);
    if (!next_young_block(heap)) return 0;
  }
  const object = nursery_next();
  // Under stress no room is left, so that the next allocation comes here too.
  nursery_set(object + size, heap.stress !== 0 ? object + size : block_end(heap.young_blocks));
  return object;
}

function alloc_large(heap: Heap, size: usize, type: u32, sp: usize): usize {
  const nursery = heap.nursery_blocks << BLOCK_SHIFT;
  const most = nursery > LEAST_LARGE ? nursery : LEAST_LARGE;
  if (heap.young_large_bytes > 0 && heap.young_large_bytes + size > most)
    collect_garbage(heap, false, sp);
  const object = new_large(heap, size, type);
  if (object !== 0) return object;
  collect_garbage(heap, true, sp);
  return new_large(heap, size, type);
}

/** An object has been made that keeps so many bytes outside of the heap: a few such objects are worth a collection. */
export function outside_kept(address: usize, bytes: usize, sp: usize): void {
  if (address === 0) return;
  const heap = heap_at(address);
  heap.young_outside += bytes;
  if (heap.young_outside > MOST_OUTSIDE) collect_garbage(heap, false, sp);
}

/** An old object that a reference has been stored into. */
export function remember(address: usize, object: usize): void {
  const heap = heap_at(address);
  set_half(object + WORD_OFFSET, half(object + WORD_OFFSET) - REMEMBER);
  list_remembered(heap, object);
}

/** An old large array of which a slot has been noted for the first time since the last collection. */
export function remember_slots(address: usize, object: usize): void {
  list_slots(object);
  list_remembered(heap_at(address), object);
}

export function collect(address: usize, is_major: boolean, sp: usize): void {
  if (address !== 0) collect_garbage(heap_at(address), is_major, sp);
}

/** The items of an array have been copied to a longer one that is new and long. */
export function array_grown(address: usize, from: usize, to: usize): void {
  const heap = heap_at(address);
  if (notes_of(from) === 0 || (half(from + WORD_OFFSET) & REMEMBER) === 0) remember(address, to);
  else if (is_listed(from)) {
    copy_notes(heap.table, from, to);
    remember_slots(address, to);
  }
}

/** Counts from 1; 0 when memory is exhausted. */
export function handle_new(address: usize, object: usize): usize {
  return roots.new_handle(heap_at(address), object);
}

export function handle_get(address: usize, handle: usize): usize {
  return word(roots.handle_slot(heap_at(address), handle));
}

export function handle_free(address: usize, handle: usize): void {
  roots.free_handle(heap_at(address), handle);
}

/** False when memory is exhausted. */
export function register_finalizer(
  address: usize,
  object: usize,
  code: usize,
  data: usize,
): boolean {
  return add_finalizer(heap_at(address), object, code, data);
}

export function verify(address: usize): usize {
  return address === 0 ? 0 : verify_heap(heap_at(address));
}

export function statistic(address: usize, which: usize): usize {
  return address === 0 ? 0 : statistic_of(heap_at(address), which);
}
