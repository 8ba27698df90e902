// Which addresses are in a chunk, and in one that young objects may be in: two bits for each chunk that there could be.
import { u8, type usize } from 'mixmod';
import type { Heap } from './heap.ts';
import { byte, map_pages, set_byte, unmap_pages } from './memory.ts';

/** Of the 128 TiB that a process has. Only the pages of bits that are used take memory. */
const MAP_BYTES: usize = 33554432;
const ADDRESS_SHIFT: usize = 47;
const CHUNK_SHIFT: usize = 20;

const IS_CHUNK: u8 = 1;
const HAS_YOUNG: u8 = 2;

export function is_in_chunk(heap: Heap, address: usize): boolean {
  if (address >> ADDRESS_SHIFT !== 0 || heap.chunk_map === 0) return false;
  return (state_of(heap.chunk_map, address) & IS_CHUNK) !== 0;
}

/** The object, at an address that something in the heap refers to, is an old one for sure. For loops: `map` is the heap's. */
export function is_surely_old(map: usize, address: usize): boolean {
  return state_of(map, address) === IS_CHUNK;
}

function state_of(map: usize, address: usize): u8 {
  const number = address >> CHUNK_SHIFT;
  return (byte(map + (number >> 2)) >> u8((number & 3) << 1)) & 3;
}

function set_state(heap: Heap, address: usize, state: u8): void {
  const number = address >> CHUNK_SHIFT;
  const at = heap.chunk_map + (number >> 2);
  const shift = (number & 3) << 1;
  set_byte(at, u8((byte(at) & (255 - (3 << shift))) | (state << shift)));
}

/** False when memory is exhausted. */
export function open_map(heap: Heap): boolean {
  if (heap.chunk_map === 0) heap.chunk_map = map_pages(MAP_BYTES);
  return heap.chunk_map !== 0;
}

export function release_map(heap: Heap): void {
  if (heap.chunk_map !== 0) unmap_pages(heap.chunk_map, MAP_BYTES);
}

export function map_chunk(heap: Heap, chunk: usize): void {
  set_state(heap, chunk, IS_CHUNK);
}

export function unmap_chunk(heap: Heap, chunk: usize): void {
  set_state(heap, chunk, 0);
}

/** Until `map_chunk`. */
export function map_young(heap: Heap, chunk: usize): void {
  set_state(heap, chunk, IS_CHUNK | HAS_YOUNG);
}
