'use mixmod';
import { i32 } from 'mixmod';
export function sum(b: ArrayBuffer, offset: i32, length: i32): number {
  const a = new Int32Array(b, offset, length);
  let s = 0;
  for (let i = 0; i < a.length; i++) s += a[i];
  return s;
}
export function rest(b: ArrayBuffer, offset: i32): number { return new Uint16Array(b, offset).length; }
// sum(new Int32Array([1, 2, 3, 4]).buffer, 4, 2) → 5
// sum(new ArrayBuffer(16), 2, 1) → RangeError: start offset of a typed array must be a multiple of its element size
// sum(new ArrayBuffer(16), 8, 3) → RangeError: Invalid typed array length: 3
// sum(new ArrayBuffer(16), 20, 0) → RangeError: Invalid typed array length: 0
// sum(new ArrayBuffer(16), -4, 0) → RangeError: Start offset -4 is outside the bounds of the buffer
// rest(new ArrayBuffer(16), 6) → 5
// rest(new ArrayBuffer(16), 16) → 0
// rest(new ArrayBuffer(16), 18) → RangeError: Start offset 18 is outside the bounds of the buffer
// rest(new ArrayBuffer(15), 0) → RangeError: byte length of a typed array must be a multiple of its element size
