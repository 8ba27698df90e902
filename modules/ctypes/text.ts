// Strings ↔ memory: UTF-8 for `char`, code points of four bytes for `wchar_t`.
import { libraries } from '../_ffi/native.ts';

const decoder = new TextDecoder();
const encoder = new TextEncoder();

/** Up to the first NUL. */
export function decode(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  return decoder.decode(end < 0 ? bytes : bytes.subarray(0, end));
}

export const encode = (text: string): Uint8Array => encoder.encode(text);

export const MOST_CODE_POINT = 0x10_ffff;

export function decodeWide(bytes: Uint8Array): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let text = '';
  for (let at = 0; at < bytes.length; at += 4) {
    const code = view.getUint32(at, true);
    if (code === 0) break;
    text += characterOf(code);
  }
  return text;
}

export const characterOf = (code: number): string =>
  String.fromCodePoint(code <= MOST_CODE_POINT ? code : 0xfffd);

export function encodeWide(text: string): Uint8Array {
  return new Uint8Array(Uint32Array.from(text, (one) => one.codePointAt(0) ?? 0).buffer);
}

/** In memory of its own, with a NUL behind it. */
export function terminated(bytes: Uint8Array, nul: 1 | 4): Uint8Array {
  const made = new Uint8Array(new ArrayBuffer(bytes.length + nul));
  made.set(bytes);
  return made;
}

export const textAt = (address: number): string => libraries.text(address);
export const wideTextAt = (address: number): string => libraries.wide_text(address);
