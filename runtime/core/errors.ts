// The message of an operation's error, from its site (`runtime/prelude/errors.ll`) and the numbers that belong to it.
import { type f64, type isize, lltype, rffi, type u8, usize } from 'mixmod';
import { byte, half, set_byte } from './gc/memory.ts';
import { CHARS } from './numbers/memory.ts';
import { f64_to_chars } from './numbers/to-chars.ts';

const LINE_FEED: u8 = 0x0a;
const OPEN: u8 = 0x7b;
const CLOSE: u8 = 0x7d;
const ZERO: u8 = 0x30;
const LENGTH_BYTES: usize = 4;
/** A number has at most so many characters. */
const NUMBER_BYTES: usize = 32;
const CHARSP = lltype.Ptr(CHARS);

/** Writes the template with `{0}` and `{1}` replaced, as UTF-8 into `room` bytes at `out`; how many. */
export function error_message(site: usize, a: f64, b: f64, out: usize, room: usize): usize {
  const end = site + LENGTH_BYTES + usize(half(site));
  let from = after_line(after_line(site + LENGTH_BYTES));
  let to = out;
  while (from < end && to + NUMBER_BYTES < out + room) {
    const character = byte(from);
    if (character === OPEN && from + 2 < end && byte(from + 2) === CLOSE) {
      const number = byte(from + 1) === ZERO ? a : b;
      const length: isize = f64_to_chars(number, rffi.cast(CHARSP, to));
      to += usize(length);
      from += 3;
    } else {
      set_byte(to, character);
      to++;
      from++;
    }
  }
  return to - out;
}

/** Where the position in the program begins and ends: the second line of the site. */
export function position_start(site: usize): usize {
  return after_line(site + LENGTH_BYTES);
}
export function position_end(site: usize): usize {
  return after_line(position_start(site)) - 1;
}

function after_line(address: usize): usize {
  let at = address;
  while (byte(at) !== LINE_FEED) at++;
  return at + 1;
}
