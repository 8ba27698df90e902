'use mixmod';
export function get(a: Uint8Array, i: number): number { return a[i]; }
export function set(a: Uint8Array, i: number): void { a[i] = 9; }
// get(new Uint8Array([7, 8]), 1) → 8
// get(new Uint8Array([7, 8]), -0) → 7
// get(new Uint8Array([7, 8]), 0.5) → RangeError: 0.5 is not a valid index
// get(new Uint8Array([7, 8]), NaN) → RangeError: NaN is not a valid index
// get(new Uint8Array([7, 8]), Infinity) → RangeError: Infinity is not a valid index
// get(new Uint8Array([7, 8]), -1) → RangeError: index -1 is out of range for length 2
// get(new Uint8Array([7, 8]), 1e15) → RangeError: index 1000000000000000 is out of range for length 2
// set(new Uint8Array(1), 1e-7) → RangeError: 1e-7 is not a valid index
