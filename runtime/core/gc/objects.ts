// Objects in blocks: their sizes, where they start, which lines they lie on.
import { lltype, rffi, type u32, usize } from 'mixmod';
import { block_at, chunk_at, chunk_of, record_of } from './chunks.ts';
import type { Heap } from './heap.ts';
import {
  BLOCK_BYTES,
  BODY_OFFSET,
  CHUNK_BYTES,
  CHUNK_MASK,
  DESCRIPTOR,
  type Descriptor,
  FIXED,
  LINE_SHIFT,
  LINES_OFFSET,
  OLD_BLOCK,
  STARTS_OFFSET,
  WEAK,
} from './layout.ts';
import { half, set_byte, set_word, trailing_zeros, word } from './memory.ts';

export function descriptor_of(table: usize, object: usize): Descriptor {
  return rffi.cast(lltype.Ptr(DESCRIPTOR), table + usize(half(object)));
}

/** Bytes of an object, a multiple of 8. */
export function object_size(table: usize, object: usize): usize {
  return described_size(descriptor_of(table, object), object);
}

export function described_size(descriptor: Descriptor, object: usize): usize {
  const size = usize(descriptor.size);
  const kind: u32 = descriptor.kind;
  if (kind === FIXED || kind === WEAK) return size;
  const bytes = size + usize(half(object + BODY_OFFSET)) * usize(descriptor.item_size) + 7;
  return bytes - (bytes & 7);
}

// ---- the bits that say where objects start ----

function starts_at(address: usize): usize {
  const inside = address & CHUNK_MASK;
  return address - inside + STARTS_OFFSET + ((inside >> 9) << 3);
}

export function set_start(object: usize): void {
  const at = starts_at(object);
  set_word(at, word(at) | (usize(1) << ((object >> 3) & 63)));
}

export function is_start(object: usize): boolean {
  return ((word(starts_at(object)) >> ((object >> 3) & 63)) & 1) !== 0;
}

/** The object in an old block that comes after this one, in the heap's own order: 0 comes before the first and behind the last. */
export function next_old(heap: Heap, object: usize): usize {
  let chunk = object === 0 ? heap.chunks : chunk_of(object);
  let inside = object === 0 ? BLOCK_BYTES : (object & CHUNK_MASK) + 8;
  for (; chunk !== 0; chunk = chunk_at(chunk).next) {
    for (; inside < CHUNK_BYTES; inside = (inside | 511) + 1) {
      const bits = word(chunk + STARTS_OFFSET + ((inside >> 9) << 3)) >> ((inside >> 3) & 63);
      if (bits !== 0 && block_at(record_of(chunk + inside)).state === OLD_BLOCK)
        return chunk + inside + (trailing_zeros(bits) << 3);
    }
    inside = BLOCK_BYTES;
  }
  return 0;
}

/** True if the bit was clear. */
export function set_start_once(object: usize): boolean {
  const at = starts_at(object);
  const bits = word(at);
  const bit = usize(1) << ((object >> 3) & 63);
  if ((bits & bit) !== 0) return false;
  set_word(at, bits | bit);
  return true;
}

// ---- lines ----

/** The byte of the line that the address is on. */
export function line_at(address: usize): usize {
  const inside = address & CHUNK_MASK;
  return address - inside + LINES_OFFSET + (inside >> LINE_SHIFT);
}

/** The lines of so many bytes from `start` on are in use. */
export function set_lines(start: usize, bytes: usize): void {
  const last = line_at(start + bytes - 1);
  for (let at = line_at(start); at <= last; at++) set_byte(at, 1);
}
