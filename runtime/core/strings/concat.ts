// Joining strings. Short results are flat. Long ones are ropes, of two kinds: a deep one says what it is made of; a flat one is a
// view on the first units of a buffer with room behind them, so that appending to the newest view of a buffer only writes what is
// appended, and a loop of appending takes linear time however often it reads what there is.
//
// A buffer is a STRING8 or STRING16 that no string but ropes refer to. Where others have their hash it counts the units in use.
import { u32, type usize } from 'mixmod';
import { half, set_half } from '../gc/memory.ts';
import { become_flat, flat, is_deep, write_text } from './flat.ts';
import {
  HASH_OFFSET,
  is_wide_text,
  LEAST_ROPE,
  left_of,
  length_of,
  LENGTH_OFFSET,
  MAX_LENGTH,
  new_rope,
  new_string,
  raise_at,
  right_of,
  ROPE,
  type_of,
  UNITS_OFFSET,
  WIDE,
} from './layout.ts';
import { copy_units, is_wide } from './units.ts';

/** Of a buffer that was left behind when it was full. */
const LEFT_BEHIND: u32 = 0xffffffff;
/** A right part that is still cheap to copy when something is appended to it for the second time. */
const SMALL: usize = 256;

export function string_concat(site: usize, a: usize, b: usize): usize {
  const a_length = length_of(a);
  const b_length = length_of(b);
  if (a_length === 0) return b;
  if (b_length === 0) return a;
  const length = a_length + b_length;
  if (length < LEAST_ROPE) return joined(a, b, length);
  if (length > MAX_LENGTH) raise_at(site);
  if (type_of(a) !== ROPE) return deep(a, b, length);
  return is_deep(a) ? append_to_deep(a, b, length) : append_to_view(a, b, length);
}

function joined(a: usize, b: usize, length: usize): usize {
  const wide = is_wide_text(a) || is_wide_text(b);
  const made = new_string(length, wide);
  const shift: usize = wide ? 1 : 0;
  const a_length = length_of(a);
  const units = made + UNITS_OFFSET;
  copy_units(flat(a), 0, a_length, units, wide);
  copy_units(flat(b), 0, length - a_length, units + (a_length << shift), wide);
  return made;
}

function deep(a: usize, b: usize, length: usize): usize {
  return new_rope(a, b, length, is_wide_text(a) || is_wide_text(b) ? WIDE : 0);
}

// ---- views ----

function capacity_of(buffer: usize): usize {
  return length_of(buffer);
}
function is_newest(view: usize): boolean {
  return half(left_of(view) + HASH_OFFSET) === half(view + LENGTH_OFFSET);
}

/** In place where there is room; else a larger buffer, but only for the newest view: then the copies are paid by what was appended. */
function append_to_view(view: usize, b: usize, length: usize): usize {
  if (!is_newest(view)) return deep(view, b, length);
  const buffer = left_of(view);
  const wide = is_wide(buffer);
  if (length <= capacity_of(buffer) && (wide || !is_wide_text(b))) {
    const shift: usize = wide ? 1 : 0;
    write_text(b, buffer + UNITS_OFFSET + (length_of(view) << shift), wide);
    set_half(buffer + HASH_OFFSET, u32(length));
    return new_rope(buffer, 0, length, 0);
  }
  const made = view_of_both(view, b, length);
  set_half(buffer + HASH_OFFSET, LEFT_BEHIND);
  return made;
}

/** In a buffer with as much room again. */
function view_of_both(a: usize, b: usize, length: usize): usize {
  const wide = is_wide_text(a) || is_wide_text(b);
  const shift: usize = wide ? 1 : 0;
  const twice = length * 2;
  const buffer = new_string(twice < MAX_LENGTH ? twice : MAX_LENGTH, wide);
  const units = buffer + UNITS_OFFSET;
  write_text(a, units, wide);
  write_text(b, units + (length_of(a) << shift), wide);
  set_half(buffer + HASH_OFFSET, u32(length));
  return new_rope(buffer, 0, length, 0);
}

// ---- deep ropes ----

/** Small appended parts gather on the right until they are as long as what is on the left; then all of it becomes one buffer. */
function append_to_deep(rope: usize, b: usize, length: usize): usize {
  const left = left_of(rope);
  const right = right_of(rope);
  if (is_deep(right)) return deep(rope, b, length);
  const gathered = length - length_of(left);
  if (gathered >= length_of(left)) {
    const made = view_of_both(rope, b, length);
    // What is written out need not be written again; it is no longer the newest view, so appending to it copies nothing.
    become_flat(rope, left_of(made));
    return made;
  }
  const longer = append_to_leaf(right, b, gathered);
  return longer === 0 ? deep(rope, b, length) : deep(left, longer, length);
}

/** 0 where that would copy more than what is appended is worth. */
function append_to_leaf(leaf: usize, b: usize, length: usize): usize {
  if (length < LEAST_ROPE) return joined(leaf, b, length);
  if (type_of(leaf) === ROPE) return is_newest(leaf) ? append_to_view(leaf, b, length) : 0;
  return length_of(leaf) < SMALL ? view_of_both(leaf, b, length) : 0;
}
