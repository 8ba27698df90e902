// Code points and surrogates: fromCodePoint, isWellFormed, toWellFormed.
import { type f64, u16, u32, type usize } from 'mixmod';
import { copy_bytes } from '../gc/memory.ts';
import { flat } from './flat.ts';
import { string_of_unit } from './from-units.ts';
import { length_of, new_string16, raise_number_at, UNITS_OFFSET } from './layout.ts';
import { is_wide, set_unit16 } from './units.ts';
import { code_point, write_units } from './utf8.ts';

/** ECMA-262 22.1.2.2 of one code point. */
export function string_from_code_point(site: usize, point: f64): usize {
  if (!(point >= 0 && point <= 0x10ffff && Math.trunc(point) === point))
    raise_number_at(site, point);
  const whole = u32(point);
  if (whole < 0x10000) return string_of_unit(whole);
  const made = new_string16(2);
  write_units(whole, made + UNITS_OFFSET, true);
  return made;
}

/** The first surrogate without its other half, or the length. */
function first_lone(text: usize): usize {
  const length = length_of(text);
  const units = flat(text);
  if (!is_wide(units)) return length;
  for (let i: usize = 0; i < length; i++) {
    const point = code_point(units, i, length);
    if (point > 0xffff) i++;
    else if ((point & 0xf800) === 0xd800) return i;
  }
  return length;
}

export function string_is_well_formed(text: usize): boolean {
  return first_lone(text) === length_of(text);
}

export function string_to_well_formed(text: usize): usize {
  const first = first_lone(text);
  const length = length_of(text);
  if (first === length) return text;
  const made = new_string16(length);
  const units = made + UNITS_OFFSET;
  copy_bytes(flat(text) + UNITS_OFFSET, units, length * 2);
  for (let i = first; i < length; i++) {
    const point = code_point(made, i, length);
    if (point > 0xffff) i++;
    else if ((point & 0xf800) === 0xd800) set_unit16(units + i * 2, u16(0xfffd));
  }
  return made;
}
