'use mixmod';
import { i32 } from 'mixmod';
export function get(b: ArrayBuffer, at: i32): number { return new DataView(b).getInt32(at); }
export function set(b: ArrayBuffer, at: i32): void { new DataView(b).setFloat64(at, 1); }
export function part(b: ArrayBuffer, at: i32, length: i32): number { return new DataView(b, at, length).byteLength; }
// get(new ArrayBuffer(4), 0) → 0
// get(new ArrayBuffer(4), 1) → RangeError: Offset is outside the bounds of the DataView
// get(new ArrayBuffer(4), -1) → RangeError: Offset is outside the bounds of the DataView
// set(new ArrayBuffer(8), 1) → RangeError: Offset is outside the bounds of the DataView
// part(new ArrayBuffer(8), 2, 4) → 4
// part(new ArrayBuffer(8), 9, 0) → RangeError: Start offset 9 is outside the bounds of the buffer
// part(new ArrayBuffer(8), 4, 5) → RangeError: Invalid DataView length 5
