'use mixmod';
export function bytes(n: number): number { return new Uint8Array(n).length; }
export function doubles(n: number): number { return new Float64Array(n).length; }
export function buffer(n: number): number { return new ArrayBuffer(n).byteLength; }
// bytes(2 ** 50) → RangeError: Array buffer allocation failed
// bytes(2 ** 53 - 1) → RangeError: Array buffer allocation failed
// doubles(2 ** 49) → RangeError: Array buffer allocation failed
// doubles(2 ** 50) → RangeError: Invalid typed array length: 1125899906842624
// doubles(-1) → RangeError: Invalid typed array length: -1
// buffer(2 ** 50) → RangeError: Array buffer allocation failed
// buffer(-1) → RangeError: Array buffer allocation failed
