'use mixmod';
// Functions of rffi that are loops over C's memory.
import { i32, type isize, lltype, rffi } from 'mixmod';

const WCHARS = rffi.CWCHARP.to;
const CHARPS = rffi.CCHARPP.to;

/** `what`: of which argument of which function. */
export function requireText(text: string, what: string): void {
  if (text.includes('\0'))
    throw new TypeError(`${what} contains a NUL character and cannot become a char*`);
}

export function requirePointer(isNull: boolean, what: string): void {
  if (isNull) throw new TypeError(`${what} is NULL`);
}

export function requireLength(length: isize, most: isize, what: string): void {
  if (length > most) throw new RangeError(`${what} has ${length} items, of at most ${most}`);
}

/** Up to the NUL, `most` bytes at most. */
export function charp2strn(pointer: rffi.CharPtr, most: isize): string {
  if (most < 0) throw new RangeError(`the size of a string must not be negative, got ${most}`);
  let size: isize = 0;
  while (size < most && pointer[size] !== 0) size++;
  return rffi.charpsize2str(pointer, size);
}

/** Copies the string's UTF-8 without a final NUL, `most` bytes at most; gives how many. */
export function str2chararray(text: string, into: rffi.CharPtr, most: isize): isize {
  let size: isize = 0;
  // A NUL within it is a byte like the others.
  const parts = text.split('\0');
  for (let k = 0; k < parts.length; k++) {
    if (k > 0 && size < most) into[size++] = 0;
    using copy = rffi.scoped_str2charp(parts[k]);
    for (let i: isize = 0; size < most && copy.ptr[i] !== 0; i++) into[size++] = copy.ptr[i];
  }
  return size;
}

/** One wchar_t for each code point, and a final 0. */
export function unicode2wcharp(text: string): lltype.Ptr<typeof WCHARS> {
  const result = lltype.malloc(WCHARS, text.length + 1, { flavor: 'raw' });
  let size: isize = 0;
  for (let i = 0; i < text.length; i++) {
    const point = text.codePointAt(i) ?? 0;
    if (point > 0xffff) i++;
    result[size] = i32(point);
    size++;
  }
  result[size] = 0;
  return result;
}

export function unicode2wchararray(
  text: string,
  into: lltype.Ptr<typeof WCHARS>,
  most: isize,
): isize {
  const copy = unicode2wcharp(text);
  let size: isize = 0;
  while (size < most && copy[size] !== 0) {
    into[size] = copy[size];
    size++;
  }
  lltype.free(copy, { flavor: 'raw' });
  return size;
}

export function wcharp2unicode(pointer: lltype.Ptr<typeof WCHARS>): string {
  let size: isize = 0;
  while (pointer[size] !== 0) size++;
  return wcharpsize2unicode(pointer, size);
}

export function wcharp2unicoden(pointer: lltype.Ptr<typeof WCHARS>, most: isize): string {
  let size: isize = 0;
  while (size < most && pointer[size] !== 0) size++;
  return wcharpsize2unicode(pointer, size);
}

/** What is no code point becomes U+FFFD. */
export function wcharpsize2unicode(pointer: lltype.Ptr<typeof WCHARS>, size: isize): string {
  if (size < 0) throw new RangeError(`the size of a string must not be negative, got ${size}`);
  let text = '';
  for (let i: isize = 0; i < size; i++) {
    const point = pointer[i];
    text += String.fromCodePoint(point >= 0 && point <= 0x10ffff ? point : 0xfffd);
  }
  return text;
}

/** Copies of all strings, and a final NULL. */
export function liststr2charpp(list: readonly string[]): lltype.Ptr<typeof CHARPS> {
  const result = lltype.malloc(CHARPS, list.length + 1, { flavor: 'raw', zero: true });
  try {
    for (let i = 0; i < list.length; i++) result[i] = rffi.str2charp(list[i]);
  } catch (error) {
    free_charpp(result);
    throw error;
  }
  return result;
}

export function free_charpp(pointer: lltype.Ptr<typeof CHARPS>): void {
  for (let i: isize = 0; ; i++) {
    const one = pointer[i];
    if (one === null) break;
    rffi.free_charp(one);
  }
  lltype.free(pointer, { flavor: 'raw' });
}

/** Up to the NULL. */
export function charpp2liststr(pointer: lltype.Ptr<typeof CHARPS>): string[] {
  const list: string[] = [];
  for (let i: isize = 0; ; i++) {
    const one = pointer[i];
    if (one === null) return list;
    list.push(rffi.charp2str(one));
  }
}
