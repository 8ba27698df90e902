// Equality, order and hash of strings.
import { type i32, rffi, u32, type usize } from 'mixmod';
import { half, set_half } from '../gc/memory.ts';
import { flat } from './flat.ts';
import { HASH_OFFSET, length_of, UNITS_OFFSET } from './layout.ts';
import { is_wide, unit_of } from './units.ts';

const c_memcmp = rffi.llexternal('memcmp', [rffi.VOIDP, rffi.VOIDP, rffi.SIZE_T], rffi.INT);

/** As C's memcmp, by bytes. */
function compare_bytes(a: usize, b: usize, bytes: usize): i32 {
  return c_memcmp(rffi.cast(rffi.VOIDP, a), rffi.cast(rffi.VOIDP, b), bytes);
}

/** Two strings of one length have the same code units. */
export function string_same(a: usize, b: usize): boolean {
  return same_units(flat(a), 0, flat(b), length_of(a));
}

/** `count` units of the flat `a` from `first` on are the first ones of the flat `b`. */
export function same_units(a: usize, first: usize, b: usize, count: usize): boolean {
  const wide = is_wide(a);
  if (wide === is_wide(b)) {
    const shift: usize = wide ? 1 : 0;
    const start = a + UNITS_OFFSET + (first << shift);
    return compare_bytes(start, b + UNITS_OFFSET, count << shift) === 0;
  }
  for (let i: usize = 0; i < count; i++) if (unit_of(a, first + i) !== unit_of(b, i)) return false;
  return true;
}

/** ECMA-262 7.2.13 by code units: -1, 0 or 1. */
export function string_order(a: usize, b: usize): i32 {
  const left = flat(a);
  const right = flat(b);
  const left_length = length_of(a);
  const right_length = length_of(b);
  const common = left_length < right_length ? left_length : right_length;
  if (!is_wide(left) && !is_wide(right)) {
    const order = compare_bytes(left + UNITS_OFFSET, right + UNITS_OFFSET, common);
    if (order !== 0) return order < 0 ? -1 : 1;
  } else {
    for (let i: usize = 0; i < common; i++) {
      const x = unit_of(left, i);
      const y = unit_of(right, i);
      if (x !== y) return x < y ? -1 : 1;
    }
  }
  if (left_length === right_length) return 0;
  return left_length < right_length ? -1 : 1;
}

/** Never 0; the same for equal strings whatever their form. Constants have theirs already: `compiler/builtins/string-hash.ts`. */
export function string_hash(text: usize): u32 {
  const known = flat_hash_place(text);
  const hash = half(known);
  if (hash !== 0) return hash;
  const made = hash_units(flat(text), length_of(text));
  set_half(known, made);
  return made;
}

/** Where the hash of a string stands when its units do; a rope's place is free when it is flat. */
function flat_hash_place(text: usize): usize {
  flat(text);
  return text + HASH_OFFSET;
}

const FACTOR: u32 = 0x9e3779b1;

function hash_units(flat: usize, length: usize): u32 {
  let hash: u32 = u32(length);
  for (let i: usize = 0; i < length; i++) hash = hash * FACTOR + unit_of(flat, i);
  hash = (hash ^ (hash >>> 16)) * 0x85ebca6b;
  hash = (hash ^ (hash >>> 13)) * 0xc2b2ae35;
  hash ^= hash >>> 16;
  return hash === 0 ? 1 : hash;
}
