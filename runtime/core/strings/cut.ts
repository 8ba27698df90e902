// Parts of strings: substring, slice, substr, single characters, trimming.
import { type isize, type u32, usize } from 'mixmod';
import { is_white_space } from '../numbers/white-space.ts';
import { flat } from './flat.ts';
import { part_of, string_of_unit } from './from-units.ts';
import { empty_string, length_of } from './layout.ts';
import { clamped, relative } from './search.ts';
import { unit_of, unit_of16 } from './units.ts';
import { code_point } from './utf8.ts';

export function string_substring(text: usize, start: isize, end: isize): usize {
  const length = length_of(text);
  const a = clamped(start, length);
  const b = clamped(end, length);
  return a < b ? part_of(text, a, b - a) : part_of(text, b, a - b);
}

export function string_slice(text: usize, start: isize, end: isize): usize {
  const length = length_of(text);
  const from = relative(start, length);
  const to = relative(end, length);
  return from < to ? part_of(text, from, to - from) : empty_string();
}

export function string_substr(text: usize, start: isize, count: isize): usize {
  const length = length_of(text);
  const from = relative(start, length);
  return part_of(text, from, clamped(count, length - from));
}

/** The string of one unit; empty out of range. */
export function string_char_at(text: usize, index: isize): usize {
  if (index < 0 || usize(index) >= length_of(text)) return empty_string();
  return string_of_unit(unit_of(flat(text), usize(index)));
}

/** At an index that is in range: the code point that begins there. */
export function string_code_point(text: usize, index: isize): u32 {
  return code_point(flat(text), usize(index), length_of(text));
}

/** The code point at an index in range as a string: what `for … of` gives. */
export function string_point_at(text: usize, index: isize): usize {
  const wide = string_code_point(text, index) > 0xffff;
  return part_of(text, usize(index), wide ? 2 : 1);
}

// ---- white space ----

export function string_trim(text: usize): usize {
  return trimmed(text, true, true);
}
export function string_trim_start(text: usize): usize {
  return trimmed(text, true, false);
}
export function string_trim_end(text: usize): usize {
  return trimmed(text, false, true);
}

function trimmed(text: usize, at_start: boolean, at_end: boolean): usize {
  const units = flat(text);
  let start: usize = 0;
  let end = length_of(text);
  if (at_start) while (start < end && is_white_space(unit_of16(units, start))) start++;
  if (at_end) while (end > start && is_white_space(unit_of16(units, end - 1))) end--;
  return part_of(text, start, end - start);
}
