// The memory that number conversion works on: characters, words, and the scratch memory that callers provide.
'use mixmod';
import { type isize, type lltype, rffi, type u16, type u64 } from 'mixmod';

/** Latin-1 text, and UTF-16 text of twice the bytes. */
export const CHARS = rffi.CArray(rffi.CHAR);
export type Chars = lltype.Ptr<typeof CHARS>;

/** Words of a big natural number, and room for the digits of one. */
export const WORDS = rffi.CArray(rffi.UINT);
export type Words = lltype.Ptr<typeof WORDS>;

/** What a caller provides as `scratch`, in bytes; contents do not matter before or after a call. */
export const SCRATCH_BYTES = 2048;
/** What a caller provides for the text of a number in a radix. */
export const RADIX_BYTES = 2304;

/** `Infinity`, the first character in the lowest byte. */
export const INFINITY: u64 = 0x7974696e69666e49n;

/** Eight characters at once, the first in the lowest byte. */
export function store_eight(out: Chars, at: isize, characters: u64): void {
  rffi.cast(rffi.ULONGLONGP, rffi.ptradd(out, at))[0] = characters;
}
export function load_eight(text: Chars, at: isize): u64 {
  return rffi.cast(rffi.ULONGLONGP, rffi.ptradd(text, at))[0];
}

/** The code unit of a text in Latin-1 or (wide) UTF-16. */
export function unit_at(text: Chars, at: isize, wide: boolean): u16 {
  return wide ? rffi.cast(rffi.USHORTP, text)[at] : text[at];
}

/** Moves characters to a lower address. */
export function move_down(out: Chars, to: isize, from: isize, count: isize): void {
  for (let i: isize = 0; i < count; i++) out[to + i] = out[from + i];
}
