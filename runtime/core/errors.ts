// The message of an operation's error, from its site (`runtime/prelude/errors.ll`) and the numbers that belong to it.
import { type f64, isize, lltype, rffi, type u8, usize } from 'mixmod';
import { byte, half, set_byte } from './gc/memory.ts';
import { CHARS } from './numbers/memory.ts';
import { f64_to_chars } from './numbers/to-chars.ts';
import { charpsize2str } from './strings/utf8.ts';

const LINE_FEED: u8 = 0x0a;
const OPEN: u8 = 0x7b;
const CLOSE: u8 = 0x7d;
const ZERO: u8 = 0x30;
const LENGTH_BYTES: usize = 4;
/** More than two numbers need, whose places have three characters each. */
const NUMBERS_BYTES: usize = 64;
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
