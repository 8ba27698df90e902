// Strings to and from C's UTF-8. Sites are the texts of errors at a place of the program (see runtime/prelude/errors.ll).
import { rffi, u16, u32, u8, type usize } from 'mixmod';
import { byte, copy_bytes, reallocate, set_byte, word } from '../gc/memory.ts';
import { flat } from './flat.ts';
import { length_of, new_string, new_string8, raise_at, UNITS_OFFSET } from './layout.ts';
import { is_ascii, set_unit16, unit_of } from './units.ts';

const REPLACEMENT: u32 = 0xfffd;

const c_memchr = rffi.llexternal('memchr', [rffi.VOIDP, rffi.INT, rffi.SIZE_T], rffi.VOIDP);

// ---- UTF-16 to UTF-8 ----

/** The code point that begins at `index` of the flat string; a surrogate without its other half is itself. */
export function code_point(text: usize, index: usize, length: usize): u32 {
  const unit = unit_of(text, index);
  if ((unit & 0xfc00) !== 0xd800 || index + 1 >= length) return unit;
  const low = unit_of(text, index + 1);
  return (low & 0xfc00) === 0xdc00 ? ((unit - 0xd800) << 10) + low - 0xdc00 + 0x10000 : unit;
}

/** U+FFFD for a surrogate. */
function scalar_value(point: u32): u32 {
  return (point & 0xfffff800) === 0xd800 ? REPLACEMENT : point;
}

function utf8_size(point: u32): usize {
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x10000 ? 3 : 4;
}

/** rffi.str2charp: with a final NUL, in memory of C's malloc. */
export function str2charp(nul_site: usize, memory_site: usize, text: usize): usize {
  const units = flat(text);
  const length = length_of(text);
  const size = is_ascii(units, length)
    ? ascii_size(nul_site, units, length)
    : encoded_size(nul_site, units, length);
  const out = reallocate(0, size + 1);
  if (out === 0) raise_at(memory_site);
  set_byte(encode(text, out), 0);
  return out;
}

function encoded_size(nul_site: usize, units: usize, length: usize): usize {
  let size: usize = 0;
  for (let i: usize = 0; i < length; i++) {
    const point = code_point(units, i, length);
    if (point === 0) raise_at(nul_site);
    if (point > 0xffff) i++;
    size += utf8_size(point);
  }
  return size;
}

/** ASCII is its own UTF-8. */
function ascii_size(nul_site: usize, units: usize, length: usize): usize {
  const first = rffi.cast(rffi.VOIDP, units + UNITS_OFFSET);
  if (c_memchr(first, 0, length) !== null) raise_at(nul_site);
  return length;
}

/** Writes the text, three bytes for each code unit at most; the address behind it. */
export function encode(text: usize, out: usize): usize {
  const units = flat(text);
  const length = length_of(text);
  if (is_ascii(units, length)) {
    copy_bytes(units + UNITS_OFFSET, out, length);
    return out + length;
  }
  let at = out;
  for (let i: usize = 0; i < length; i++) {
    const point = code_point(units, i, length);
    if (point > 0xffff) i++;
    at = write_utf8(scalar_value(point), at);
  }
  return at;
}

/** The address behind what is written. */
function write_utf8(point: u32, at: usize): usize {
  if (point < 0x80) {
    set_byte(at, u8(point));
    return at + 1;
  }
  if (point < 0x800) {
    set_byte(at, u8(0xc0 | (point >>> 6)));
    set_byte(at + 1, trailing(point));
    return at + 2;
  }
  if (point < 0x10000) {
    set_byte(at, u8(0xe0 | (point >>> 12)));
    set_byte(at + 1, trailing(point >>> 6));
    set_byte(at + 2, trailing(point));
    return at + 3;
  }
  set_byte(at, u8(0xf0 | (point >>> 18)));
  set_byte(at + 1, trailing(point >>> 12));
  set_byte(at + 2, trailing(point >>> 6));
  set_byte(at + 3, trailing(point));
  return at + 4;
}

function trailing(bits: u32): u8 {
  return u8(0x80 | (bits & 0x3f));
}

// ---- UTF-8 to UTF-16 (WHATWG Encoding, "UTF-8 decoder") ----

/** Bytes of the sequence that a byte begins; 0: none. */
function sequence_size(first: u32): usize {
  if (first < 0x80) return 1;
  if (first >= 0xc2 && first < 0xe0) return 2;
  if (first >= 0xe0 && first < 0xf0) return 3;
  return first >= 0xf0 && first < 0xf5 ? 4 : 0;
}

/** The second byte's range excludes overlong forms, surrogates and what lies above U+10FFFF. */
function second_fits(first: u32, second: u32): boolean {
  const low: u32 = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
  const high: u32 = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
  return second >= low && second <= high;
}

/**
 * Bytes that give one code point: of an ill-formed sequence the longest part that begins a well-formed one, or else one byte; it
 * gives U+FFFD.
 */
function taken(at: usize, end: usize): usize {
  const first = u32(byte(at));
  const size = sequence_size(first);
  let count: usize = 1;
  while (count < size && at + count < end) {
    const next = u32(byte(at + count));
    if (count === 1 ? !second_fits(first, next) : (next & 0xc0) !== 0x80) break;
    count++;
  }
  return count;
}

/** The code point of the `count` bytes that `taken` has found. */
function decoded(at: usize, count: usize): u32 {
  const first = u32(byte(at));
  if (sequence_size(first) !== count) return REPLACEMENT;
  if (count === 1) return first;
  let point = first & (0x7f >>> u32(count));
  for (let i: usize = 1; i < count; i++) point = (point << 6) | (u32(byte(at + i)) & 0x3f);
  return point;
}

const c_strlen = rffi.llexternal('strlen', [rffi.VOIDP], rffi.SIZE_T);

export function charp2str(text: usize): usize {
  return charpsize2str(text, c_strlen(rffi.cast(rffi.VOIDP, text)));
}

export function charpsize2str(text: usize, size: usize): usize {
  const end = text + size;
  const ascii = ascii_end(text, end);
  if (ascii === end) {
    const made = new_string8(size);
    copy_bytes(text, made + UNITS_OFFSET, size);
    return made;
  }
  let length: usize = 0;
  let highest: u32 = 0;
  for (let at = text; at < end;) {
    const count = taken(at, end);
    const point = decoded(at, count);
    if (point > highest) highest = point;
    length += point > 0xffff ? 2 : 1;
    at += count;
  }
  const wide = highest > 0xff;
  const made = new_string(length, wide);
  let to = made + UNITS_OFFSET;
  for (let at = text; at < end;) {
    const count = taken(at, end);
    to = write_units(decoded(at, count), to, wide);
    at += count;
  }
  return made;
}

/** The address behind what is written. */
export function write_units(point: u32, to: usize, wide: boolean): usize {
  if (!wide) {
    set_byte(to, u8(point));
    return to + 1;
  }
  if (point < 0x10000) {
    set_unit16(to, u16(point));
    return to + 2;
  }
  set_unit16(to, u16(0xd800 + ((point - 0x10000) >>> 10)));
  set_unit16(to + 2, u16(0xdc00 + (point & 0x3ff)));
  return to + 4;
}

const HIGH_BIT: usize = 128;

/** The first byte above 0x7f, or `end`. */
function ascii_end(start: usize, end: usize): usize {
  const high_bits = every_byte(HIGH_BIT);
  let at = start;
  while (at + 8 <= end && (word(at) & high_bits) === 0) at += 8;
  while (at < end && byte(at) < 0x80) at++;
  return at;
}

/** A word with the same byte eight times. */
function every_byte(value: usize): usize {
  const two = value | (value << 8);
  const four = two | (two << 16);
  return four | (four << 32);
}
