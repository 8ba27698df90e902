// A string as JSON: ECMA-262 25.5.2.3 QuoteJSONString.
import { rffi, u16, u32, u8, type usize } from 'mixmod';
import { copy_bytes, set_byte } from '../gc/memory.ts';
import { flat } from './flat.ts';
import { length_of, MAX_LENGTH, new_string, raise_at, UNITS_OFFSET } from './layout.ts';
import { is_wide, set_unit16, unit_of } from './units.ts';

const QUOTE: u32 = 34;
const BACKSLASH: u32 = 92;

/** The letter behind the backslash; 0: four digits stand there. */
function short_escape(unit: u32): u32 {
  if (unit === QUOTE || unit === BACKSLASH) return unit;
  if (unit === 8) return 98;
  if (unit === 9) return 116;
  if (unit === 10) return 110;
  if (unit === 12) return 102;
  return unit === 13 ? 114 : 0;
}

function is_surrogate(unit: u32, from: u32): boolean {
  return (unit & 0xfc00) === from;
}

/** A surrogate without its other half. */
function is_lone(text: usize, at: usize, unit: u32, length: usize): boolean {
  if (is_surrogate(unit, 0xd800))
    return at + 1 >= length || !is_surrogate(unit_of(text, at + 1), 0xdc00);
  return is_surrogate(unit, 0xdc00) && (at === 0 || !is_surrogate(unit_of(text, at - 1), 0xd800));
}

/** So many units the one at `at` takes. */
function quoted_units(text: usize, at: usize, length: usize): usize {
  const unit = unit_of(text, at);
  if (unit >= 32 && unit !== QUOTE && unit !== BACKSLASH)
    return is_lone(text, at, unit, length) ? 6 : 1;
  return short_escape(unit) === 0 ? 6 : 2;
}

function is_plain8(units: usize, length: usize): boolean {
  const bytes = rffi.cast(rffi.UCHARP, units);
  let special: u32 = 0;
  for (let i: usize = 0; i < length; i++) {
    const unit = u32(bytes[i]);
    special |= u32(unit < 32) | u32(unit === QUOTE) | u32(unit === BACKSLASH);
  }
  return special === 0;
}

export function json_quote(site: usize, text: usize): usize {
  const length = length_of(text);
  const units = flat(text);
  const wide = is_wide(units);
  const plain = !wide && is_plain8(units + UNITS_OFFSET, length);
  let size = length;
  if (!plain) {
    size = 0;
    for (let i: usize = 0; i < length; i++) size += quoted_units(units, i, length);
  }
  if (size + 2 > MAX_LENGTH) raise_at(site);
  const made = new_string(size + 2, wide);
  const start = made + UNITS_OFFSET;
  put(start, 0, QUOTE, wide);
  put(start, size + 1, QUOTE, wide);
  if (plain) copy_bytes(units + UNITS_OFFSET, start + 1, length);
  else write_quoted(units, length, start, wide);
  return made;
}

function put(start: usize, index: usize, unit: u32, wide: boolean): void {
  if (wide) set_unit16(start + index * 2, u16(unit));
  else set_byte(start + index, u8(unit));
}

function write_quoted(text: usize, length: usize, start: usize, wide: boolean): void {
  let to: usize = 1;
  for (let i: usize = 0; i < length; i++) {
    const unit = unit_of(text, i);
    const size = quoted_units(text, i, length);
    if (size === 1) put(start, to, unit, wide);
    else {
      put(start, to, BACKSLASH, wide);
      if (size === 2) put(start, to + 1, short_escape(unit), wide);
      else {
        put(start, to + 1, 117, wide);
        for (let digit: usize = 0; digit < 4; digit++)
          put(start, to + 2 + digit, hex_digit((unit >>> u32(12 - digit * 4)) & 15), wide);
      }
    }
    to += size;
  }
}

function hex_digit(value: u32): u32 {
  return value < 10 ? 48 + value : 87 + value;
}
