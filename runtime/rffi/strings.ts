// Strings in C's memory beyond `char *`, untranslated: wide characters, lists, and copies into memory that is there already.
import { type Scoped, scoped } from '../lltype/lltype.ts';
import { loadAddress, loadPrimitive, storeAddress, storePrimitive } from '../lltype/access.ts';
import { POINTER_SIZE, sizeOf } from '../lltype/layout.ts';
import { allocate, release } from '../lltype/memory.ts';
import {
  addressOf,
  type Pointer,
  pointerAt,
  requirePointer,
  requiredPointer,
} from '../lltype/pointer.ts';
import { RFFI_PRIMITIVES } from '../lltype/primitives.ts';
import type { Container } from '../lltype/types.ts';
import { charp2str, charpsize2str, free_charp, str2charp } from './buffers.ts';
import { CArray, POINTER_TYPES } from './c-types.ts';

const { CHAR, WCHAR_T } = RFFI_PRIMITIVES;
const WCHARS = CArray(WCHAR_T);
const WIDE = sizeOf(WCHAR_T);
const POINTERS = POINTER_TYPES.CCHARPP.to;

/** Its address. Throws TypeError for NULL and for any other pointer. */
function addressIn(of: string, value: Pointer | null, container: Container): number {
  const pointer = requirePointer(value, container);
  if (pointer === null) throw new TypeError(`${of} of NULL`);
  return addressOf(pointer);
}

function checkSize(size: number): number {
  if (size < 0) throw new RangeError(`the size of a string must not be negative, got ${size}`);
  return Number(size);
}

export function charp2strn(pointer: Pointer, most: number): string {
  const start = addressOf(pointer);
  let size = 0;
  while (size < checkSize(most) && loadPrimitive(CHAR, start + size) !== 0) size++;
  return charpsize2str(pointer, size);
}

export function str2chararray(text: string, into: Pointer, most: number): number {
  const utf8 = new TextEncoder().encode(text).subarray(0, Number(most));
  utf8.forEach((byte, index) => storePrimitive(CHAR, addressOf(into) + index, byte));
  return utf8.length;
}

const pointsOf = (text: string): readonly number[] =>
  [...text].map((character) => character.codePointAt(0) ?? 0);

export function unicode2wcharp(text: string): Pointer {
  const points = [...pointsOf(text), 0];
  const { base } = allocate(Math.max(points.length, text.length + 1) * WIDE, 'wchar_t*', false);
  points.forEach((point, index) => storePrimitive(WCHAR_T, base + index * WIDE, point));
  return requiredPointer(WCHARS, base);
}

export const free_wcharp = free_charp;

export function unicode2wchararray(text: string, into: Pointer, most: number): number {
  const points = pointsOf(text).slice(0, Number(most));
  const start = addressIn('rffi.unicode2wchararray', into, WCHARS);
  points.forEach((point, index) => storePrimitive(WCHAR_T, start + index * WIDE, point));
  return points.length;
}

function wideLength(start: number, most: number): number {
  let size = 0;
  while (size < most && loadPrimitive(WCHAR_T, start + size * WIDE) !== 0) size++;
  return size;
}

export function wcharp2unicode(pointer: Pointer): string {
  const start = addressIn('rffi.wcharp2unicode', pointer, WCHARS);
  return wcharpsize2unicode(pointer, wideLength(start, Infinity));
}

export function wcharp2unicoden(pointer: Pointer, most: number): string {
  const start = addressIn('rffi.wcharp2unicoden', pointer, WCHARS);
  return wcharpsize2unicode(pointer, wideLength(start, Number(most)));
}

export function wcharpsize2unicode(pointer: Pointer, size: number): string {
  const start = addressIn('rffi.wcharpsize2unicode', pointer, WCHARS);
  let text = '';
  for (let i = 0; i < checkSize(size); i++) {
    const point = Number(loadPrimitive(WCHAR_T, start + i * WIDE));
    text += String.fromCodePoint(point >= 0 && point <= 0x10ffff ? point : 0xfffd);
  }
  return text;
}

export const scoped_unicode2wcharp = (text: string): Scoped =>
  scoped(unicode2wcharp(text), free_wcharp);

export function scoped_alloc_unicodebuffer(size: number): Scoped {
  const { base } = allocate(Number(size) * WIDE, 'wchar_t[]', false);
  return scoped(requiredPointer(WCHARS, base), free_wcharp);
}

export function liststr2charpp(list: readonly string[]): Pointer {
  const copies = list.map(str2charp);
  const { base } = allocate((list.length + 1) * POINTER_SIZE, 'char**', true);
  copies.forEach((copy, index) => storeAddress(base + index * POINTER_SIZE, addressOf(copy)));
  return requiredPointer(POINTERS, base);
}

function addressesIn(of: string, pointer: Pointer): readonly number[] {
  const found: number[] = [];
  const start = addressIn(of, pointer, POINTERS);
  for (let at = start; ; at += POINTER_SIZE) {
    const address = loadAddress(at);
    if (address === 0) return found;
    found.push(address);
  }
}

export function free_charpp(pointer: Pointer): void {
  for (const address of addressesIn('rffi.free_charpp', pointer)) release(address);
  release(addressOf(pointer));
}

export const charpp2liststr = (pointer: Pointer): string[] =>
  addressesIn('rffi.charpp2liststr', pointer).map((address) => {
    const text = pointerAt(CArray(CHAR), address);
    return text ? charp2str(text) : '';
  });
