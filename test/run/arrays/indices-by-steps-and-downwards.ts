'use mixmod';
import { i32, isize, u32 } from 'mixmod';
export function everyThird(a: Uint8Array, n: i32): void {
  for (let j: i32 = 1; j < n; j += 3) a[j] = 1;
}
export function down(a: Int32Array, n: i32, offset: i32): void {
  for (let j = n - 1; j >= 0; j--) a[j + offset] = j;
}
export function downTo(a: Int32Array, first: u32, last: u32): void {
  for (let j = first; j > last; j--) a[j] += 1;
}
export function mark(composite: Uint8Array, i: isize, limit: isize): void {
  for (let j: isize = i * i; j < limit; j += i) composite[j] += 1;
}
export function column(matrix: Float64Array, width: i32, x: i32, rows: i32): number {
  let sum = 0;
  for (let y: i32 = 0; y < rows; y++) sum += matrix[y * width + x];
  return sum;
}
/** By steps of 2^52, of which 4096 are none. */
export function around(a: Uint8Array, k: isize, n: isize): number {
  const step: isize = k * 1024;
  let sum = 0;
  for (let j: isize = 0; j < n; j++) sum += a[j * step];
  return sum;
}
export function aroundByConstant(a: Uint8Array, n: isize): number {
  let sum = 0;
  for (let j: isize = 0; j < n; j++) sum += a[j * 4503599627370496];
  return sum;
}
export function through(a: Uint8Array, last: i32): i32 {
  let j: i32 = 0;
  do {
    a[j] = 7;
    j += 2;
  } while (j <= last);
  return j;
}
// a = new Uint8Array(8) → Uint8Array(8) [ 0, 0, 0, 0, 0, 0, 0, 0 ]
// everyThird(a, 8) → undefined
// a → Uint8Array(8) [ 0, 1, 0, 0, 1, 0, 0, 1 ]
// everyThird(a, 10) → undefined
// everyThird(a, 11) → RangeError: index 10 is out of range for length 8
// everyThird(a, 2147483647) → RangeError: index 10 is out of range for length 8
// b = new Int32Array(4) → Int32Array(4) [ 0, 0, 0, 0 ]
// down(b, 3, 1) → undefined
// b → Int32Array(4) [ 0, 0, 1, 2 ]
// down(b, 4, -2) → RangeError: index -1 is out of range for length 4
// b → Int32Array(4) [ 2, 3, 1, 2 ]
// down(b, 5, 0) → RangeError: index 4 is out of range for length 4
// down(b, -2147483648, 0) → RangeError: index 2147483647 is out of range for length 4
// down(b, 0, 9) → undefined
// downTo(b, 3, 0) → undefined
// b → Int32Array(4) [ 2, 4, 2, 3 ]
// downTo(b, 4294967295, 4) → RangeError: index 4294967295 is out of range for length 4
// downTo(b, 0, 0) → undefined
// c = new Uint8Array(10) → Uint8Array(10) [ 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 ]
// mark(c, 2, 10) → undefined
// c → Uint8Array(10) [ 0, 0, 0, 0, 1, 0, 1, 0, 1, 0 ]
// mark(c, 3, 13) → RangeError: index 12 is out of range for length 10
// c → Uint8Array(10) [ 0, 0, 0, 0, 1, 0, 1, 0, 1, 1 ]
// mark(c, -2, 10) → RangeError: index -2 is out of range for length 10
// c → Uint8Array(10) [ 1, 0, 1, 0, 2, 0, 1, 0, 1, 1 ]
// mark(c, 4, 9007199254740991) → RangeError: index 16 is out of range for length 10
// d = new Float64Array([1, 2, 3, 4, 5, 6]) → Float64Array(6) [ 1, 2, 3, 4, 5, 6 ]
// column(d, 2, 1, 3) → 12
// column(d, -2, 5, 3) → 12
// column(d, 0, 5, 3) → 18
// column(d, 2, 1, 4) → RangeError: index 7 is out of range for length 6
// column(d, -3, 5, 3) → RangeError: index -1 is out of range for length 6
// column(d, 1073741824, 0, 3) → RangeError: index 1073741824 is out of range for length 6
// column(d, -2147483648, 0, 3) → RangeError: index -2147483648 is out of range for length 6
// column(d, 2147483647, 3, 2) → RangeError: index -2147483646 is out of range for length 6
// around(c, 0, 5) → 5
// around(c, 4398046511104, 1) → 1
// around(c, 4398046511104, 4097) → RangeError: index 4503599627370496 is out of range for length 10
// aroundByConstant(c, 4097) → RangeError: index 4503599627370496 is out of range for length 10
// e = new Uint8Array(5) → Uint8Array(5) [ 0, 0, 0, 0, 0 ]
// through(e, 4) → 6
// e → Uint8Array(5) [ 7, 0, 7, 0, 7 ]
// through(e, -100) → 2
// through(e, 2147483647) → RangeError: index 6 is out of range for length 5
