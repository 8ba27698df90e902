// Blocks of memory: buffers for strings, copies, and strings at addresses.
import { addressOf, type Pointerish } from '../_ffi/addresses.ts';
import { copy } from '../_ffi/copy.ts';
import { pointerTo } from './address-cell.ts';
import { ARRAY, type CArray } from './array.ts';
import { CData, infoOf, typeOf } from './cdata.ts';
import { nullAccess, show } from './errors.ts';
import { bytesAt, Memory } from './memory.ts';
import type { Reference } from './pointer.ts';
import { c_char, c_wchar } from './simple.ts';
import { decodeWide, encode, encodeWide, textAt, wideTextAt } from './text.ts';

/** An array of `c_char`: of so many bytes, or for a string and its NUL. */
export function create_string_buffer(
  init: number | string | Uint8Array,
  size?: number,
): CArray<string, string | number | Uint8Array> {
  if (typeof init === 'number') return new (ARRAY(c_char, init))();
  if (typeof init !== 'string' && !(init instanceof Uint8Array))
    throw new TypeError(
      `create_string_buffer() takes a size, a string or bytes, got ${show(init)}`,
    );
  const bytes = typeof init === 'string' ? encode(init) : init;
  const made = new (ARRAY(c_char, size ?? bytes.length + 1))();
  made.raw = bytes;
  return made;
}

/** An array of `c_wchar`: of so many characters, or for a string and its NUL. */
export function create_unicode_buffer(
  init: number | string,
  size?: number,
): CArray<string, string> {
  if (typeof init === 'number') return new (ARRAY(c_wchar, init))();
  if (typeof init !== 'string')
    throw new TypeError(`create_unicode_buffer() takes a size or a string, got ${show(init)}`);
  const made = new (ARRAY(c_wchar, size ?? encodeWide(init).length / 4 + 1))();
  made.value = init;
  return made;
}

/** Pointers stand for the address they hold, other objects for their own. */
function placeOf(name: string, value: unknown): number {
  const address = value instanceof CData ? pointerTo(value).getaddr() : addressOf(value);
  if (address === -1) throw new TypeError(`${name}() takes an address, got ${show(value)}`);
  return address;
}

function checkCount(name: string, count: number): void {
  if (!Number.isSafeInteger(count) || count < 0)
    throw new RangeError(`${name}(): a count must be an integer of at least 0, got ${show(count)}`);
}

type Place = Pointerish | CData | Reference;

export function memmove(to: Place, from: Place | string, count: number): number {
  checkCount('memmove', count);
  const source = typeof from === 'string' ? encode(`${from}\0`) : from;
  if (source instanceof Uint8Array && count > source.length)
    throw new RangeError(`memmove(): ${count} bytes of ${source.length}`);
  const [target, start] = [placeOf('memmove', to), placeOf('memmove', source)];
  if (count === 0) return target;
  if (target === 0 || start === 0) nullAccess('memmove()');
  // Through memory of its own: the two may overlap.
  const bytes = bytesAt({ $view: null, $at: start }, 0, count);
  copy(target, addressOf(bytes), count);
  return target;
}

export function memset(to: Place, byte: number, count: number): number {
  checkCount('memset', count);
  const target = placeOf('memset', to);
  if (count === 0) return target;
  if (target === 0) nullAccess('memset()');
  copy(target, addressOf(new Uint8Array(new ArrayBuffer(count)).fill(byte)), count);
  return target;
}

/** The bytes at an address: `size` of them, or up to the first NUL as a string. */
export function string_at(at: Place): string;
export function string_at(at: Place, size: number): Uint8Array;
export function string_at(at: Place, size?: number): string | Uint8Array {
  const address = placeOf('string_at', at);
  if (address === 0) nullAccess('string_at()');
  if (size === undefined) return textAt(address);
  checkCount('string_at', size);
  return bytesAt({ $view: null, $at: address }, 0, size);
}

export function wstring_at(at: Place, size?: number): string {
  const address = placeOf('wstring_at', at);
  if (address === 0) nullAccess('wstring_at()');
  if (size === undefined) return wideTextAt(address);
  checkCount('wstring_at', size);
  return decodeWide(bytesAt({ $view: null, $at: address }, 0, 4 * size));
}

/** Gives an object a larger block. Pointers to the old one keep that. */
export function resize(value: CData, size: number): void {
  const least = infoOf(typeOf(value)).size;
  if (!Number.isSafeInteger(size) || size < least)
    throw new RangeError(`resize(): the minimum size is ${least}, got ${show(size)}`);
  const memory = value.$memory;
  if (value.$view === null || value.$at !== memory.start || memory.size === 0)
    throw new TypeError('resize(): the memory is not of this object alone');
  const bytes = new Uint8Array(new ArrayBuffer(size));
  bytes.set(bytesAt(value, 0, Math.min(memory.size, size)));
  value.$memory = new Memory();
  value.$memory.size = size;
  for (const [place, what] of memory.keep ?? []) value.$memory.keepAt(place - memory.start, what);
  value.$at = 0;
  value.$view = new DataView(bytes.buffer);
}
