'use mixmod';
export function i8s(a: Int8Array, x: number): number { a[0] = x; return a[0]; }
export function u16s(a: Uint16Array, x: number): number { a[0] = x; return a[0]; }
export function i32s(a: Int32Array, x: number): number { a[0] = x; return a[0]; }
export function u32s(a: Uint32Array, x: number): number { a[0] = x; return a[0]; }
export function f32s(a: Float32Array, x: number): number { a[0] = x; return a[0]; }
// [128, -129, 255.9, -0.9, NaN, Infinity, 2 ** 40 + 5].map((x) => i8s(new Int8Array(1), x)) → [ -128, 127, -1, 0, 0, 0, 5 ]
// [65536, -1, 1e20, NaN].map((x) => u16s(new Uint16Array(1), x)) → [ 0, 65535, 0, 0 ]
// [2 ** 31, -(2 ** 31) - 1, 2 ** 53, 1e300].map((x) => i32s(new Int32Array(1), x)) → [ -2147483648, 2147483647, 0, 0 ]
// [-1, 2 ** 32, 2 ** 31 + 0.5].map((x) => u32s(new Uint32Array(1), x)) → [ 4294967295, 0, 2147483648 ]
// [0.1, 1e40, -0, NaN, 16777217].map((x) => f32s(new Float32Array(1), x)) → [ 0.10000000149011612, Infinity, -0, NaN, 16777216 ]
