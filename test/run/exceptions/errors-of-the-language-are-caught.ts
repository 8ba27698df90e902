'use mixmod';
import { i32 } from 'mixmod';
function quotient(a: i32, b: i32): i32 { return a / b; }
export function divided(a: i32, b: i32): i32 {
  try {
    return quotient(a, b);
  } catch {
    return -1;
  }
}
export function read(a: Uint8Array, i: number): number {
  try {
    return a[i];
  } catch {
    return -1;
  }
}
function deep(n: i32): i32 { return n === 0 ? 0 : deep(n - 1) + 1; }
export function stack(n: i32): i32 {
  try {
    return deep(n);
  } catch (error) {
    return error instanceof RangeError ? -1 : -2;
  }
}
export function message(a: Uint8Array, i: number): string {
  try {
    a[i] = 1;
    return 'stored';
  } catch (error) {
    return error instanceof RangeError ? error.message : '?';
  }
}
export function allocated(n: number): string {
  try {
    return new Float64Array(n).length === n ? 'made' : '?';
  } catch (error) {
    return error instanceof Error ? error.message : '?';
  }
}
// divided(7, 2) → 3
// divided(7, 0) → -1
// read(Uint8Array.of(5), 0) → 5
// read(Uint8Array.of(5), 1) → -1
// read(Uint8Array.of(5), NaN) → -1
// stack(10) → 10
// stack(100000000) → -1
// stack(11) → 11
// message(new Uint8Array(3), 2) → 'stored'
// message(new Uint8Array(3), 3) → 'index 3 is out of range for length 3'
// message(new Uint8Array(3), -1) → 'index -1 is out of range for length 3'
// message(new Uint8Array(3), 0.1) → '0.1 is not a valid index'
// message(new Uint8Array(3), 1e21) → '1e+21 is not a valid index'
// message(new Uint8Array(3), -Infinity) → '-Infinity is not a valid index'
// allocated(2) → 'made'
// allocated(-1) → 'Invalid typed array length: -1'
