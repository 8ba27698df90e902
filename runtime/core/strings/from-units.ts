// Code units in memory to strings.
import type { usize } from 'mixmod';
import { copy_bytes } from '../gc/memory.ts';
import { new_string16, new_string8, UNITS_OFFSET } from './layout.ts';
import { all_narrow, narrow } from './units.ts';

/** Of so many wide units. */
export function string_from_units(units: usize, length: usize): usize {
  if (all_narrow(units, length)) {
    const made = new_string8(length);
    narrow(units, made + UNITS_OFFSET, length);
    return made;
  }
  const made = new_string16(length);
  copy_bytes(units, made + UNITS_OFFSET, length * 2);
  return made;
}
