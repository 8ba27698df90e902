// Finding a string in another one. Positions are clamped here, as ECMA-262 22.1.3 says.
import { f64, i32, isize, rffi, u32, usize } from 'mixmod';
import { same_units } from './compare.ts';
import { flat } from './flat.ts';
import { length_of, UNITS_OFFSET } from './layout.ts';
import { is_wide, unit16, unit_of } from './units.ts';

const c_memchr = rffi.llexternal('memchr', [rffi.VOIDP, rffi.INT, rffi.SIZE_T], rffi.VOIDP);
const c_memrchr = rffi.llexternal('memrchr', [rffi.VOIDP, rffi.INT, rffi.SIZE_T], rffi.VOIDP);
const c_memmem = rffi.llexternal(
  'memmem',
  [rffi.VOIDP, rffi.SIZE_T, rffi.VOIDP, rffi.SIZE_T],
  rffi.VOIDP,
);

/** Between 0 and `length`. */
export function clamped(position: isize, length: usize): usize {
  if (position < 0) return 0;
  return usize(position) < length ? usize(position) : length;
}

/** As clamped, counted from the end where negative. */
export function relative(position: isize, length: usize): usize {
  return clamped(position < 0 ? isize(length) + position : position, length);
}

export function string_index_of(text: usize, search: usize, from: isize): isize {
  return index_from(text, search, clamped(from, length_of(text)));
}

export function string_includes(text: usize, search: usize, from: isize): boolean {
  return index_from(text, search, clamped(from, length_of(text))) >= 0;
}

/** -1: nowhere. */
export function index_from(text: usize, search: usize, start: usize): isize {
  const length = length_of(text);
  const count = length_of(search);
  if (count === 0) return isize(start);
  if (start + count > length) return -1;
  const units = flat(text);
  const wanted = flat(search);
  if (is_wide(units)) return wide_index(units, length, wanted, count, start);
  if (!is_wide(wanted)) return narrow_index(units, length, wanted, count, start);
  // Units that a byte does not hold are nowhere in bytes; those of a wide string may all fit, though.
  return slow_index(units, length, wanted, count, start);
}

/** So often the first unit may be found in vain; then a search follows that takes linear time for any text. */
const TRIES: u32 = 64;

/** C's search for one byte is much faster than any for several. */
function narrow_index(
  units: usize,
  length: usize,
  wanted: usize,
  count: usize,
  start: usize,
): isize {
  const first = units + UNITS_OFFSET;
  const behind = first + length - count + 1;
  const unit = i32_of(unit_of(wanted, 0));
  let at = first + start;
  for (let tries: u32 = 0; tries < TRIES; tries++) {
    if (at >= behind) return -1;
    const found = c_memchr(rffi.cast(rffi.VOIDP, at), unit, behind - at);
    const place = rffi.cast(rffi.SIZE_T, found);
    if (place === 0) return -1;
    if (same_units(units, place - first, wanted, count)) return isize(place - first);
    at = place + 1;
  }
  const text = rffi.cast(rffi.VOIDP, at);
  const search = rffi.cast(rffi.VOIDP, wanted + UNITS_OFFSET);
  const place = rffi.cast(rffi.SIZE_T, c_memmem(text, first + length - at, search, count));
  return place === 0 ? -1 : isize(place - first);
}

function i32_of(unit: u32): i32 {
  return i32(unit);
}

function wide_index(units: usize, length: usize, wanted: usize, count: usize, start: usize): isize {
  const first = unit_of(wanted, 0);
  const end = length - count;
  let at = units + UNITS_OFFSET + start * 2;
  for (let i = start; i <= end; i++) {
    if (u32(unit16(at)) === first && same_units(units, i, wanted, count)) return isize(i);
    at += 2;
  }
  return -1;
}

function slow_index(units: usize, length: usize, wanted: usize, count: usize, start: usize): isize {
  for (let i = start; i + count <= length; i++)
    if (same_units(units, i, wanted, count)) return isize(i);
  return -1;
}

/** `from` is NaN where the whole string is searched. */
export function string_last_index_of(text: usize, search: usize, from: f64): isize {
  const length = length_of(text);
  const count = length_of(search);
  if (count > length) return -1;
  const last = length - count;
  let start = last;
  if (from < f64(last)) start = from > 0 ? usize(from) : 0;
  const units = flat(text);
  const wanted = flat(search);
  if (count === 1 && !is_wide(units) && unit_of(wanted, 0) < 256) {
    const first = units + UNITS_OFFSET;
    const found = c_memrchr(rffi.cast(rffi.VOIDP, first), i32_of(unit_of(wanted, 0)), start + 1);
    const place = rffi.cast(rffi.SIZE_T, found);
    return place === 0 ? -1 : isize(place - first);
  }
  for (let i = isize(start); i >= 0; i--) if (same_units(units, usize(i), wanted, count)) return i;
  return -1;
}

export function string_starts_with(text: usize, search: usize, position: isize): boolean {
  return stands_at(text, search, clamped(position, length_of(text)));
}

export function string_ends_with(text: usize, search: usize, end: isize): boolean {
  const after = clamped(end, length_of(text));
  const count = length_of(search);
  return count <= after && stands_at(text, search, after - count);
}

function stands_at(text: usize, search: usize, at: usize): boolean {
  const count = length_of(search);
  return at + count <= length_of(text) && same_units(flat(text), at, flat(search), count);
}
