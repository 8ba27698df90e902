'use mixmod';
import { i32 } from 'mixmod';
export function view(): number { return new DataView(new ArrayBuffer(8), 2, -1).byteLength; }
export function viewOf(length: i32): number { return new DataView(new ArrayBuffer(8), 2, length).byteLength; }
export function bytes(): number { return new Uint8Array(new ArrayBuffer(8), 2, -1).length; }
export function bytesOf(length: i32): number { return new Uint8Array(new ArrayBuffer(8), 2, length).length; }
export function rest(): number { return new Uint8Array(new ArrayBuffer(8), 2).length * 10 + new DataView(new ArrayBuffer(8), 3).byteLength; }
// view() → RangeError: Invalid DataView length -1
// viewOf(-1) → RangeError: Invalid DataView length -1
// viewOf(-2) → RangeError: Invalid DataView length -2
// bytes() → RangeError: Invalid typed array length: -1
// bytesOf(-1) → RangeError: Invalid typed array length: -1
// bytesOf(-2) → RangeError: Invalid typed array length: -2
// viewOf(-2147483648) → RangeError: Invalid DataView length -2147483648
// rest() → 65
