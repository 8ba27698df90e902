'use mixmod';
import { i32 } from 'mixmod';
export function int8array(a: Int8Array, i: i32): number { a[i] = a[i] + 1; return a[i]; }
export function uint8array(a: Uint8Array, i: i32): number { a[i] = a[i] + 1; return a[i]; }
export function int16array(a: Int16Array, i: i32): number { a[i] = a[i] + 1; return a[i]; }
export function uint16array(a: Uint16Array, i: i32): number { a[i] = a[i] + 1; return a[i]; }
export function int32array(a: Int32Array, i: i32): number { a[i] = a[i] + 1; return a[i]; }
export function uint32array(a: Uint32Array, i: i32): number { a[i] = a[i] + 1; return a[i]; }
export function float32array(a: Float32Array, i: i32): number { a[i] = a[i] + 1; return a[i]; }
export function float64array(a: Float64Array, i: i32): number { a[i] = a[i] + 1; return a[i]; }
// int8array(new Int8Array([5, 100]), 1) → 101
// uint8array(new Uint8Array([5, 100]), 1) → 101
// int16array(new Int16Array([5, 100]), 1) → 101
// uint16array(new Uint16Array([5, 100]), 1) → 101
// int32array(new Int32Array([5, 100]), 1) → 101
// uint32array(new Uint32Array([5, 100]), 1) → 101
// float32array(new Float32Array([5, 100]), 1) → 101
// float64array(new Float64Array([5, 100]), 1) → 101
