// White space and line terminators (ECMA-262 12.2, 12.3): what trimming and the conversion of strings to numbers skip.
'use mixmod';
import type { isize, u16 } from 'mixmod';
import { unit_at, type Chars } from './memory.ts';

/** Of Latin-1: TAB to CR, SP, NBSP. Else: general category Zs, ZWNBSP, LS and PS. */
export function is_white_space(unit: u16): boolean {
  if (unit <= 0xff) return unit === 0x20 || (unit >= 9 && unit <= 13) || unit === 0xa0;
  if (unit < 0x2000) return unit === 0x1680;
  if (unit <= 0x200a) return true;
  if (unit <= 0x2029) return unit >= 0x2028;
  return unit === 0x202f || unit === 0x205f || unit === 0x3000 || unit === 0xfeff;
}

export function skip_white_space(text: Chars, length: isize, wide: boolean): isize {
  let start: isize = 0;
  while (start < length && is_white_space(unit_at(text, start, wide))) start++;
  return start;
}

/** The end of the text without the white space there, not before `start`. */
export function end_without_white_space(
  text: Chars,
  start: isize,
  length: isize,
  wide: boolean,
): isize {
  let end = length;
  while (end > start && is_white_space(unit_at(text, end - 1, wide))) end--;
  return end;
}
