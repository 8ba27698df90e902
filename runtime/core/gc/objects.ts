// Objects in blocks: their sizes, where they start, which lines they lie on.
import { lltype, rffi, type u32, usize } from 'mixmod';
import {
  BODY_OFFSET,
  CHUNK_MASK,
  DESCRIPTOR,
  type Descriptor,
  FIXED,
  LINE_SHIFT,
  LINES_OFFSET,
  STARTS_OFFSET,
  WEAK,
} from './layout.ts';
import { half, set_byte, set_word, word } from './memory.ts';

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
