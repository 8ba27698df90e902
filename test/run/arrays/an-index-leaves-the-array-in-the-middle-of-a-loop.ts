'use mixmod';
import { i32, isize } from 'mixmod';
export function add(a: Int32Array, base: isize, n: isize, k: i32): void {
  for (let j: isize = 0; j < n; j++) a[base + j] += k;
}
export function copy(to: Uint8Array, from: Uint8Array, offset: i32, n: i32): void {
  for (let j: i32 = 0; j < n; j++) to[j] = from[offset + j];
}
export function copyFrom(to: Uint8Array, from: Uint8Array, first: i32, offset: i32, n: i32): void {
  for (let j = first; j < n; j++) to[j] = from[j - offset];
}
// a = new Int32Array(4) → Int32Array(4) [ 0, 0, 0, 0 ]
// add(a, 1, 3, 1) → undefined
// a → Int32Array(4) [ 0, 1, 1, 1 ]
// add(a, 2, 5, 10) → RangeError: index 4 is out of range for length 4
// a → Int32Array(4) [ 0, 1, 11, 11 ]
// add(a, 4, 1, 1) → RangeError: index 4 is out of range for length 4
// add(a, -1, 3, 1) → RangeError: index -1 is out of range for length 4
// a → Int32Array(4) [ 0, 1, 11, 11 ]
// add(a, 100, 0, 1) → undefined
// add(a, 100, -5, 1) → undefined
// add(a, 3, 9007199254740991, 5) → RangeError: index 4 is out of range for length 4
// a → Int32Array(4) [ 0, 1, 11, 16 ]
// add(a, -9007199254740991, 9007199254740991, 5) → RangeError: index -9007199254740991 is out of range for length 4
// b = new Uint8Array(4) → Uint8Array(4) [ 0, 0, 0, 0 ]
// c = new Uint8Array([1, 2, 3, 4, 5]) → Uint8Array(5) [ 1, 2, 3, 4, 5 ]
// copy(b, c, 1, 4) → undefined
// b → Uint8Array(4) [ 2, 3, 4, 5 ]
// copy(b, c, 3, 3) → RangeError: index 5 is out of range for length 5
// b → Uint8Array(4) [ 4, 5, 4, 5 ]
// copy(b, c, 0, 5) → RangeError: index 4 is out of range for length 4
// b → Uint8Array(4) [ 1, 2, 3, 4 ]
// copy(b, c, -2147483648, 2147483647) → RangeError: index -2147483648 is out of range for length 5
// copy(b, c, 2147483647, 2) → RangeError: index 2147483647 is out of range for length 5
// copyFrom(b, c, 2, 2, 4) → undefined
// b → Uint8Array(4) [ 1, 2, 1, 2 ]
// copyFrom(b, c, 0, -1, 4) → undefined
// b → Uint8Array(4) [ 2, 3, 4, 5 ]
// copyFrom(b, c, 1, 2, 3) → RangeError: index -1 is out of range for length 5
// copyFrom(b, c, 3, 2147483647, 4) → RangeError: index -2147483644 is out of range for length 5
// copyFrom(b, c, -2, -3, 2) → RangeError: index -2 is out of range for length 4
