'use mixmod';
import { i32 } from 'mixmod';
/** Adler-32's inner loop: two conditions. */
export function blocks(data: Uint8Array, n: i32, most: i32): i32 {
  let sum: i32 = 0;
  let j: i32 = 0;
  for (; j < n && j < most; j++) sum += data[j] as i32;
  return sum * 1000 + j;
}
export function indexOf(data: Uint8Array, wanted: i32, from: i32, n: i32): i32 {
  for (let j: i32 = from; j < n; j++) if (data[j] === wanted) return j;
  return -1;
}
export function sumOfOdd(data: Uint8Array, n: i32): i32 {
  let sum: i32 = 0;
  for (let j: i32 = 0; j < n; j++) {
    if (j % 2 === 0) continue;
    sum += data[j + 1] as i32;
    if (sum > 100) break;
  }
  return sum;
}
/** Two counters: three bytes become four. */
export function spread(to: Uint8Array, from: Uint8Array, n: i32): i32 {
  let at: i32 = 0;
  for (let j: i32 = 0; j + 2 < n; j += 3) {
    to[at] = from[j] >> 2;
    to[at + 1] = ((from[j] & 3) << 4) | (from[j + 1] >> 4);
    to[at + 2] = ((from[j + 1] & 15) << 2) | (from[j + 2] >> 6);
    to[at + 3] = from[j + 2] & 63;
    at += 4;
  }
  return at;
}
// a = new Uint8Array([1, 2, 3, 4]) → Uint8Array(4) [ 1, 2, 3, 4 ]
// blocks(a, 4, 100) → 10004
// blocks(a, 100, 3) → 6003
// blocks(a, 5, 6) → RangeError: index 4 is out of range for length 4
// blocks(a, 0, 6) → 0
// indexOf(a, 3, 0, 4) → 2
// indexOf(a, 3, 0, 1000) → 2
// indexOf(a, 9, 0, 1000) → RangeError: index 4 is out of range for length 4
// indexOf(a, 9, -1, 1) → RangeError: index -1 is out of range for length 4
// indexOf(a, 9, 3, 2) → -1
// sumOfOdd(a, 3) → 3
// sumOfOdd(a, 4) → RangeError: index 4 is out of range for length 4
// sumOfOdd(new Uint8Array([0, 0, 200]), 1000) → 200
// b = new Uint8Array(8) → Uint8Array(8) [ 0, 0, 0, 0, 0, 0, 0, 0 ]
// spread(b, new Uint8Array([255, 0, 255, 4, 8, 12]), 6) → 8
// b → Uint8Array(8) [ 63, 48, 3, 63, 1, 0, 32, 12 ]
// spread(new Uint8Array(7), b, 6) → RangeError: index 7 is out of range for length 7
// spread(b, new Uint8Array(4), 6) → RangeError: index 4 is out of range for length 4
// b → Uint8Array(8) [ 0, 0, 0, 0, 0, 0, 32, 12 ]
