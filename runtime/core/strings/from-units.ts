// Code units in memory to strings.
import { u16, u32, usize } from 'mixmod';
import { copy_bytes } from '../gc/memory.ts';
import {
  character,
  empty_string,
  length_of,
  new_string16,
  new_string8,
  UNITS_OFFSET,
} from './layout.ts';
import { flat } from './flat.ts';
import { all_narrow, copy_units, is_wide, narrow, set_unit16, unit16, unit_of } from './units.ts';

/** Of so many wide units; one byte each where they fit. */
export function string_from_units(units: usize, length: usize): usize {
  if (length === 0) return empty_string();
  if (length === 1) return string_of_unit(u32(unit16(units)));
  if (all_narrow(units, length)) {
    const made = new_string8(length);
    narrow(units, made + UNITS_OFFSET, length);
    return made;
  }
  const made = new_string16(length);
  copy_bytes(units, made + UNITS_OFFSET, length * 2);
  return made;
}

export function string_of_unit(unit: u32): usize {
  if (unit < 256) return character(usize(unit));
  const made = new_string16(1);
  set_unit16(made + UNITS_OFFSET, u16(unit));
  return made;
}

/** `count` units of `text` from `first` on, which are all there. */
export function part_of(text: usize, first: usize, count: usize): usize {
  if (count === 0) return empty_string();
  const units = flat(text);
  if (count === 1) return string_of_unit(unit_of(units, first));
  if (count === length_of(text)) return text;
  if (is_wide(units)) return string_from_units(units + UNITS_OFFSET + first * 2, count);
  const made = new_string8(count);
  copy_units(units, first, count, made + UNITS_OFFSET, false);
  return made;
}
