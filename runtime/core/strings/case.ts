// toUpperCase and toLowerCase (ECMA-262 22.1.3.28, 22.1.3.30): one look for what changes and how long the result is, then another
// one that writes it. Text that does not change is its own result.
import { rffi, type u16, u32, u8, type usize } from 'mixmod';
import {
  CASE_LIMIT,
  CASED,
  context_of,
  difference,
  IGNORABLE,
  LOWER,
  LOWER_SPECIAL,
  SPECIAL,
  SPECIAL_ITEMS,
  UPPER,
  UPPER_SPECIAL,
  type Table,
} from './case-tables.ts';
import { flat } from './flat.ts';
import { length_of, new_string, new_string8, UNITS_OFFSET } from './layout.ts';
import { is_ascii } from './units.ts';
import { code_point, write_units } from './utf8.ts';

const SIGMA: u32 = 0x3a3;
const FINAL_SIGMA: u32 = 0x3c2;

export function string_to_upper_case(text: usize): usize {
  const units = flat(text);
  const length = length_of(text);
  if (is_ascii(units, length)) return ascii_case(text, units, length, 0x61);
  return mapped(text, units, length, true);
}

export function string_to_lower_case(text: usize): usize {
  const units = flat(text);
  const length = length_of(text);
  if (is_ascii(units, length)) return ascii_case(text, units, length, 0x41);
  return mapped(text, units, length, false);
}

// ---- ASCII ----

function bytes_of(units: usize) {
  return rffi.cast(rffi.UCHARP, units + UNITS_OFFSET);
}

/** Of the 26 letters from `first` on the other case; the two differ in one bit. */
function ascii_case(text: usize, units: usize, length: usize, first: u8): usize {
  const bytes = bytes_of(units);
  let some: usize = 0;
  while (some < length && u8(bytes[some] - first) >= 26) some++;
  if (some === length) return text;
  const made = new_string8(length);
  const out = bytes_of(made);
  for (let i: usize = 0; i < length; i++) {
    const byte = bytes[i];
    out[i] = u8(byte - first) < 26 ? byte ^ 0x20 : byte;
  }
  return made;
}

// ---- all of Unicode ----

function mapped(text: usize, units: usize, length: usize, upper: boolean): usize {
  let count: usize = 0;
  let highest: u32 = 0;
  let changes = false;
  for (let i: usize = 0; i < length; i++) {
    const point = code_point(units, i, length);
    const table = upper ? UPPER : LOWER;
    const change = point < CASE_LIMIT ? difference(table, point) : 0;
    if (change !== 0) changes = true;
    if (change === SPECIAL) {
      const list = upper ? UPPER_SPECIAL : LOWER_SPECIAL;
      const at = special_at(list, point);
      for (let k: usize = 1; k < SPECIAL_ITEMS && list[at + k] !== 0; k++) {
        if (u32(list[at + k]) > highest) highest = list[at + k];
        count++;
      }
    } else {
      const to = changed(point, change);
      if (to > highest) highest = to;
      count += to > 0xffff ? 2 : 1;
    }
    if (point > 0xffff) i++;
  }
  return changes ? write_case(units, length, count, highest > 255, upper) : text;
}

/** In the same plane. */
function changed(point: u32, change: u16): u32 {
  return (point & 0xffff0000) | ((point + change) & 0xffff);
}

function special_at(list: Table, point: u32): usize {
  let at: usize = 0;
  while (u32(list[at]) !== point) at += SPECIAL_ITEMS;
  return at;
}

function write_case(
  units: usize,
  length: usize,
  count: usize,
  wide: boolean,
  upper: boolean,
): usize {
  const made = new_string(count, wide);
  let to = made + UNITS_OFFSET;
  for (let i: usize = 0; i < length; i++) {
    const point = code_point(units, i, length);
    const table = upper ? UPPER : LOWER;
    const change = point < CASE_LIMIT ? difference(table, point) : 0;
    if (change === SPECIAL) {
      const list = upper ? UPPER_SPECIAL : LOWER_SPECIAL;
      const at = special_at(list, point);
      for (let k: usize = 1; k < SPECIAL_ITEMS && list[at + k] !== 0; k++)
        to = write_units(list[at + k], to, wide);
    } else if (!upper && point === SIGMA && is_final(units, i, length))
      to = write_units(FINAL_SIGMA, to, wide);
    else to = write_units(changed(point, change), to, wide);
    if (point > 0xffff) i++;
  }
  return made;
}

/** Unicode's Final_Sigma: a cased letter before, none behind, apart from what is ignored. */
function is_final(units: usize, index: usize, length: usize): boolean {
  return cased_before(units, index) && !cased_after(units, index + 1, length);
}

function cased_before(units: usize, index: usize): boolean {
  let i = index;
  while (i > 0) {
    i--;
    let point = code_point(units, i, index);
    if ((point & 0xfc00) === 0xdc00 && i > 0 && code_point(units, i - 1, index) > 0xffff) {
      i--;
      point = code_point(units, i, index);
    }
    const context = context_of(point);
    if (context !== IGNORABLE) return context === CASED;
  }
  return false;
}

function cased_after(units: usize, index: usize, length: usize): boolean {
  for (let i = index; i < length; i++) {
    const point = code_point(units, i, length);
    const context = context_of(point);
    if (context !== IGNORABLE) return context === CASED;
    if (point > 0xffff) i++;
  }
  return false;
}
