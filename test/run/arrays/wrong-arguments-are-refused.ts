'use mixmod';
export function f(a: Uint8Array): number { return a.length; }
export function g(a: Int8Array): number { return a.length; }
// f(new Uint8Array(2)) → 2
// f(Buffer.from('abc')) → 3
// f('abc') → TypeError: f: argument 1 (a) must be a Uint8Array, got string
// f([1, 2]) → TypeError: f: argument 1 (a) must be a Uint8Array, got Array
// f(new Int8Array(2)) → TypeError: f: argument 1 (a) must be a Uint8Array, got Int8Array
// f(new Uint8ClampedArray(2)) → TypeError: f: argument 1 (a) must be a Uint8Array, got Uint8ClampedArray
// f(new ArrayBuffer(2)) → TypeError: f: argument 1 (a) must be a Uint8Array, got ArrayBuffer
// f(new DataView(new ArrayBuffer(2))) → TypeError: f: argument 1 (a) must be a Uint8Array, got DataView
// f(null) → TypeError: f: argument 1 (a) must be a Uint8Array, got null
// g(new Uint8Array(1)) → TypeError: g: argument 1 (a) must be an Int8Array, got Uint8Array
