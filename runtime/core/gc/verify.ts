// The verifier walks all objects: headers, sizes, starts and lines agree, slots refer to objects, and no old object that is
// not remembered refers to a young one. It gives the number of what is wrong.
import { type u32, usize } from 'mixmod';
import { is_in_chunk } from './chunk-map.ts';
import { block_at, block_start, chunk_at, record_of } from './chunks.ts';
import { walk_young } from './find-object.ts';
import type { Heap } from './heap.ts';
import { find_large, sort_large } from './large.ts';
import {
  BLOCK_STARTS,
  BLOCKS,
  CHUNK_MASK,
  FORWARDED,
  FREE,
  HAS_PINS,
  LARGE,
  LARGEST_SMALL,
  LINES,
  LINES_OFFSET,
  MARKED,
  OLD,
  OLD_BLOCK,
  PINNED,
  RECORD_SHIFT,
  RECORDS_OFFSET,
  REFERENCE_ITEMS,
  BODY_OFFSET,
  WEAK,
  REMEMBER,
  STARTS_OFFSET,
  STATIC,
  WALKED,
  WORD_OFFSET,
  YOUNG,
} from './layout.ts';
import { byte, half, trailing_zeros, word, zero_bytes } from './memory.ts';
import { described_size, descriptor_of, is_start, line_at, object_size } from './objects.ts';
import { leave_young_block } from './nursery.ts';
import { root_slot } from './roots.ts';
import { is_listed, is_noted, notes_of } from './slots.ts';
import type { Vector } from './vector.ts';

export function verify_heap(heap: Heap): usize {
  leave_young_block(heap);
  sort_large(heap.young_large);
  for (let record = heap.young_blocks; record !== 0; record = block_at(record).next)
    walk_young(heap, record);
  let wrong: usize = 0;
  for (let chunk = heap.chunks; chunk !== 0; chunk = chunk_at(chunk).next)
    for (let index: usize = 1; index < BLOCKS; index++) wrong += verify_block(heap, chunk, index);
  wrong += verify_large(heap, heap.large, true) + verify_large(heap, heap.young_large, false);
  for (let i: usize = 0; i < heap.root_count; i++)
    wrong += verify_slot(heap, root_slot(heap, i), false);
  for (let at = heap.handles.start; at < heap.handles.top; at += 8)
    if ((word(at) & 1) === 0) wrong += verify_slot(heap, at, false);
  forget_walks(heap);
  return wrong;
}

/** Young blocks are walked when they are asked for, and their objects may have become more by then. */
function forget_walks(heap: Heap): void {
  for (let record = heap.young_blocks; record !== 0; record = block_at(record).next) {
    const block = block_at(record);
    if ((block.flags & WALKED) === 0) continue;
    block.flags = block.flags - WALKED;
    const start = block_start(record);
    const inside = start & CHUNK_MASK;
    zero_bytes(start - inside + STARTS_OFFSET + (inside >> 6), BLOCK_STARTS);
  }
}

function verify_block(heap: Heap, chunk: usize, index: usize): usize {
  const block = block_at(chunk + RECORDS_OFFSET + (index << RECORD_SHIFT));
  if (block.state === FREE) return verify_free(chunk, index);
  let wrong: usize = block.flags & HAS_PINS;
  const starts = chunk + STARTS_OFFSET + index * BLOCK_STARTS;
  for (let at: usize = 0; at < BLOCK_STARTS; at += 8)
    for (let bits = word(starts + at); bits !== 0; bits = bits & (bits - 1)) {
      const start = (index << 15) + (at << 6) + (trailing_zeros(bits) << 3);
      wrong += verify_object(heap, chunk + start, block.state);
    }
  return wrong;
}

function verify_free(chunk: usize, index: usize): usize {
  let wrong: usize = 0;
  for (let at: usize = 0; at < BLOCK_STARTS; at += 8)
    if (word(chunk + STARTS_OFFSET + index * BLOCK_STARTS + at) !== 0) wrong++;
  for (let line: usize = 0; line < LINES; line += 8)
    if (word(chunk + LINES_OFFSET + index * LINES + line) !== 0) wrong++;
  return wrong;
}

function verify_object(heap: Heap, object: usize, state: usize): usize {
  const bits = half(object + WORD_OFFSET);
  const type: u32 = half(object);
  if (type < 64 || (type & 7) !== 0) return 1;
  const size = object_size(heap.table, object);
  if (size < 16 || size > LARGEST_SMALL) return 1;
  let wrong: usize = 0;
  if ((bits & (STATIC | FORWARDED | LARGE | PINNED | MARKED)) !== 0) wrong++;
  if (((bits & OLD) !== 0) !== (state === OLD_BLOCK)) wrong++;
  if (state === OLD_BLOCK)
    for (let at = line_at(object); at <= line_at(object + size - 1); at++)
      if (byte(at) !== 1) wrong++;
  return wrong + verify_slots(heap, object, bits);
}

function verify_large(heap: Heap, vector: Vector, is_old: boolean): usize {
  let wrong: usize = 0;
  for (let at = vector.start; at < vector.top; at += 8) {
    const object = word(at);
    const bits = half(object + WORD_OFFSET);
    if ((bits & LARGE) === 0 || (bits & (STATIC | FORWARDED | MARKED)) !== 0) wrong++;
    if (((bits & OLD) !== 0) !== is_old) wrong++;
    if (at > vector.start && word(at - 8) >= object) wrong++;
    wrong += verify_slots(heap, object, bits);
  }
  return wrong;
}

function verify_slots(heap: Heap, object: usize, bits: u32): usize {
  const descriptor = descriptor_of(heap.table, object);
  const kind = descriptor.kind;
  const ref_count = descriptor.ref_count;
  const refs = descriptor.refs;
  const is_settled = (bits & REMEMBER) !== 0;
  const end = refs + (usize(ref_count) << 2);
  let wrong: usize = kind === WEAK ? verify_slot(heap, object + BODY_OFFSET, is_settled) : 0;
  if (kind !== REFERENCE_ITEMS) {
    for (let at = refs; at < end; at += 4)
      wrong += verify_slot(heap, object + usize(half(at)), is_settled);
    return wrong;
  }
  const step = usize(descriptor.item_size);
  const behind = object + described_size(descriptor, object);
  const notes = is_listed(object) ? notes_of(object) : 0;
  for (let item = object + usize(descriptor.size); item + step <= behind; item += step)
    for (let at = refs; at < end; at += 4) {
      const slot = item + usize(half(at));
      const is_known = notes !== 0 && is_noted(notes, object, slot);
      wrong += verify_slot(heap, slot, is_settled && !is_known);
    }
  return wrong;
}

/** `is_settled`: of an old object that is not remembered. */
function verify_slot(heap: Heap, slot: usize, is_settled: boolean): usize {
  const object = word(slot);
  if (object <= 1) return 0;
  if ((object & 7) !== 0) return 1;
  if (is_in_chunk(heap, object)) {
    if ((object & CHUNK_MASK) < 32768) return 1;
    const state = block_at(record_of(object)).state;
    if (state === FREE || !is_start(object)) return 1;
    return is_settled && state === YOUNG ? 1 : 0;
  }
  if (find_large(heap, heap.young_large, object) === object) return is_settled ? 1 : 0;
  if (find_large(heap, heap.large, object) === object) return 0;
  return (half(object + WORD_OFFSET) & STATIC) !== 0 ? 0 : 1;
}
