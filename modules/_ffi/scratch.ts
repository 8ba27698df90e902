// A string → C's, in memory that lasts until the call it was made for has returned. Calls nest, so it is a stack.
import { fastText } from './fast-call.ts';
import { BYTES, I32, SCRATCH, SIZE, TEXT_LENGTH } from './frame.ts';
import { FRAME, libraries } from './native.ts';
import { MOST_FAST_TEXT } from './text-code.ts';

let top = SCRATCH;

/** Strings that are too long for it, and where they would lie. */
const large: { readonly at: number; readonly memory: Uint8Array }[] = [];

/** What the innermost call has marked: it has to release, should there be no memory for it. */
let marked = SCRATCH;

export function mark(): number {
  marked = top;
  return top;
}

export function release(to: number): void {
  top = to;
  while (large.length > 0 && (large[large.length - 1]?.at ?? 0) >= to) large.pop();
}

/** The offset in the frame of so many bytes, at a multiple of 16. RangeError where the calls have used up all. */
export function reserve(size: number): number {
  const at = (top + 15) & -16;
  if (at + size > SIZE) {
    release(marked);
    throw new RangeError('too many calls of C functions in each other');
  }
  top = at + size;
  return at;
}

// Below this a loop is faster than a call of the host.
const SHORT = 40;

/** The address of the string as UTF-8; -1 for one with a NUL inside. */
export function placeText(text: string): number {
  const at = top;
  if (fastText && at < SIZE - 2 * MOST_FAST_TEXT) {
    I32[TEXT_LENGTH] = -1;
    fastText(text, at);
    const length = I32[TEXT_LENGTH] ?? -1;
    if (length >= 0) {
      top = at + ((length + 8) & -8);
      return FRAME + at;
    }
  }
  return text.length <= SHORT && at < SIZE - 2 * SHORT ? placeShort(text) : placeLong(text);
}

function placeShort(text: string): number {
  const at = top;
  const { length } = text;
  for (let index = 0; index < length; index++) {
    const code = text.charCodeAt(index);
    if (code === 0 || code > 127) return placeLong(text);
    BYTES[at + index] = code;
  }
  BYTES[at + length] = 0;
  top = at + ((length + 8) & -8);
  return FRAME + at;
}

function placeLong(text: string): number {
  if (text.includes('\0')) return -1;
  const most = 3 * text.length + 1;
  if (most > 16384 || top + most + 16 > SIZE) {
    const memory = Buffer.from(`${text}\0`);
    return keep(memory);
  }
  const at = reserve(most);
  const size = BYTES.write(text, at, 'utf8');
  BYTES[at + size] = 0;
  return FRAME + at;
}

function keep(memory: Uint8Array): number {
  large.push({ at: reserve(16), memory });
  return libraries.address_of(memory);
}

/** The address of the string as `wchar_t`s, one for each code point; -1 for one with a NUL inside. */
export function placeWideText(text: string): number {
  if (text.includes('\0')) return -1;
  const codes = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  const size = 4 * codes.length + 4;
  if (size > 16384) return keep(new Uint8Array(Int32Array.from([...codes, 0]).buffer));
  const at = reserve(size);
  I32.set(codes, at / 4);
  I32[at / 4 + codes.length] = 0;
  return FRAME + at;
}
