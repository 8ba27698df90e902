'use mixmod';
export function f(a: Uint8Array): number { return a.length; }
export function get(a: Uint8Array): number { return a[0]; }
// a = new Uint8Array([1, 2]) → Uint8Array(2) [ 1, 2 ]
// structuredClone(a.buffer, { transfer: [a.buffer] }).byteLength → 2
// f(a) → 0
// get(a) → RangeError: index 0 is out of range for length 0
