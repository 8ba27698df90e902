// The message of an operation's error, from its site (`runtime/prelude/errors.ll`) and the numbers that belong to it.
import { type f64, isize, lltype, rffi, type u8, usize } from 'mixmod';
import { byte, half, set_byte } from './gc/memory.ts';
import { CHARS } from './numbers/memory.ts';
import { f64_to_chars } from './numbers/to-chars.ts';
import { string_write } from './strings/flat.ts';
import { string_from_units } from './strings/from-units.ts';
import { length_of } from './strings/layout.ts';
import { set_unit16 } from './strings/units.ts';
import { charpsize2str } from './strings/utf8.ts';

const LINE_FEED: u8 = 0x0a;
const OPEN: u8 = 0x7b;
const CLOSE: u8 = 0x7d;
const ZERO: u8 = 0x30;
const LENGTH_BYTES: usize = 4;
/** More than two numbers need, whose places have three characters each. */
const NUMBERS_BYTES: usize = 64;
const WIDE_CHARS = rffi.CArray(rffi.USHORT);
const CHARSP = lltype.Ptr(CHARS);

/** The template with `{0}` and `{1}` replaced, as a string. */
export function error_message(site: usize, a: f64, b: f64): usize {
  const text = site + LENGTH_BYTES;
  const end = text + usize(half(site));
  const template = after_line(after_line(text));
  using buffer = lltype.scoped_alloc(CHARS, isize(end - template + NUMBERS_BYTES));
  const out = usize(rffi.cast(rffi.SIZE_T, buffer.ptr));
  let to = out;
  for (let from = template; from < end;) {
    const character = byte(from);
    if (character === OPEN && from + 2 < end && byte(from + 2) === CLOSE) {
      const number = byte(from + 1) === ZERO ? a : b;
      to += usize(f64_to_chars(number, rffi.cast(CHARSP, to)));
      from += 3;
    } else {
      set_byte(to, character);
      to++;
      from++;
    }
  }
  return charpsize2str(out, to - out);
}

function after_line(address: usize): usize {
  let at = address;
  while (byte(at) !== LINE_FEED) at++;
  return at + 1;
}

const FRAME: usize = 7;

/** What `stack` says of an error: name and message as Error.prototype.toString has them (ECMA-262 20.5.3.4), then its site. */
export function error_stack(name: usize, message: usize, site: usize): usize {
  const position = after_line(site + LENGTH_BYTES);
  const place = charpsize2str(position, after_line(position) - 1 - position);
  const separated = length_of(name) !== 0 && length_of(message) !== 0;
  const separator: usize = separated ? 2 : 0;
  const head = length_of(name) + separator + length_of(message);
  const units = head + FRAME + 1 + length_of(place);
  using buffer = lltype.scoped_alloc(WIDE_CHARS, isize(units));
  const out = usize(rffi.cast(rffi.SIZE_T, buffer.ptr));
  let at = append(name, out);
  if (separated) {
    set_unit16(at, 0x3a);
    set_unit16(at + 2, 0x20);
    at += 4;
  }
  at = append_frame(append(message, at));
  append(place, at);
  return string_from_units(out, units);
}

/** Where the next unit goes. */
function append(text: usize, at: usize): usize {
  string_write(text, at, true);
  return at + length_of(text) * 2;
}

/** `\n    at `. */
function append_frame(at: usize): usize {
  set_unit16(at, 0x0a);
  for (let i: usize = 1; i < 5; i++) set_unit16(at + i * 2, 0x20);
  set_unit16(at + 10, 0x61);
  set_unit16(at + 12, 0x74);
  set_unit16(at + 14, 0x20);
  return at + (FRAME + 1) * 2;
}
