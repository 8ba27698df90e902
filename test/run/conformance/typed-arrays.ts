'use mixmod';
// Typed arrays share the caller's memory: all kinds, at any offset.
import { type i64 } from 'mixmod';
export function doubled(data: Float64Array): void { for (let i = 0; i < data.length; i++) data[i] *= 2; }
export function int8(data: Int8Array, x: number): number { data[0] = x; return data[0]; }
export function uint8(data: Uint8Array, x: number): number { data[0] = x; return data[0]; }
export function clamped(data: Uint8ClampedArray, x: number): number { data[0] = x; return data[0]; }
export function int16(data: Int16Array, x: number): number { data[0] = x; return data[0]; }
export function uint16(data: Uint16Array, x: number): number { data[0] = x; return data[0]; }
export function int32(data: Int32Array, x: number): number { data[0] = x; return data[0]; }
export function uint32(data: Uint32Array, x: number): number { data[0] = x; return data[0]; }
export function float32(data: Float32Array, x: number): number { data[0] = x; return data[0]; }
export function float64(data: Float64Array, x: number): number { data[0] = x; return data[0]; }
export function bigInt64(data: BigInt64Array, x: i64): i64 { data[0] = x; return data[0]; }
export function view(data: Uint8Array, from: number, to: number): Uint8Array { return data.subarray(from, to); }
export function copy(data: Uint8Array): Uint8Array { return data.slice(); }
export function make(length: number): Float32Array { return new Float32Array(length); }
export function onBuffer(buffer: ArrayBuffer, offset: number, length: number): Uint16Array { return new Uint16Array(buffer, offset, length); }
export function overlap(a: Uint8Array, b: Uint8Array): number { a[0] = 1; b[0] = 2; return a[0]; }
export function described(data: Int16Array): [number, number, number] { return [data.byteOffset, data.byteLength, data.length]; }
// data = Float64Array.of(1, 2.5, -0, NaN), doubled(data), data → Float64Array(4) [ 2, 5, -0, NaN ]
// ODD = [0, -1, 1.9, -1.9, 127.5, 128, 255, 256, 300, 65536, 2 ** 31, 2 ** 32 + 1, NaN, Infinity, 1e300] → [ 0, -1, 1.9, -1.9, 127.5, 128, 255, 256, 300, 65536, 2147483648, 4294967297, NaN, Infinity, 1e+300 ]
// [[int8, Int8Array], [uint8, Uint8Array], [clamped, Uint8ClampedArray], [int16, Int16Array], [uint16, Uint16Array], [int32, Int32Array], [uint32, Uint32Array], [float32, Float32Array], [float64, Float64Array]].every(([f, kind]) => ODD.every((x) => Object.is(f(new kind(1), x), kind.of(x)[0]))) → true
// bigInt64(new BigInt64Array(1), -(2n ** 63n)) → -9223372036854775808n
// bytes = Uint8Array.of(1, 2, 3, 4), v = view(bytes, 1, 3), v[0] = 9, [bytes, v.byteOffset, v.buffer === bytes.buffer] → [ Uint8Array(4) [ 1, 9, 3, 4 ], 1, true ]
// view(bytes, -1, 100) → Uint8Array(1) [ 4 ]
// view(bytes, 3, 1).length → 0
// c = copy(bytes), c[0] = 7, [bytes[0], c.buffer === bytes.buffer] → [ 1, false ]
// make(3) → Float32Array(3) [ 0, 0, 0 ]
// make(-1) → RangeError: Invalid typed array length: -1
// make(1.5) → Float32Array(1) [ 0 ]
// onBuffer(bytes.buffer, 2, 1).byteOffset → 2
// onBuffer(bytes.buffer, 1, 1) → RangeError: start offset of a typed array must be a multiple of its element size
// onBuffer(bytes.buffer, 6, 0) → RangeError: Invalid typed array length: 0
// onBuffer(bytes.buffer, 0, 3) → RangeError: Invalid typed array length: 3
// overlap(bytes, bytes) → 2
// overlap(bytes.subarray(1), bytes.subarray(1)) → 2
// described(new Int16Array(new ArrayBuffer(10), 4)) → [ 4, 6, 3 ]
// uint8(new Uint8Array(0), 1) → RangeError: index 0 is out of range for length 0
// uint8(Buffer.alloc(2), 65) → 65
// uint8(new (class extends Uint8Array {})(1), 3) → 3
// uint8(new Uint8Array(new SharedArrayBuffer(1)), 1) → TypeError: uint8: argument 1 (data) must be a Uint8Array, got Uint8Array on a SharedArrayBuffer
// uint8(new Uint8Array(new ArrayBuffer(8, { maxByteLength: 16 })), 5) → 5
// uint8(new Int8Array(1), 1) → TypeError: uint8: argument 1 (data) must be a Uint8Array, got Int8Array
