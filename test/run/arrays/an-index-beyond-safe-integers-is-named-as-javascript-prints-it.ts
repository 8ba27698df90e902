'use mixmod';
import { isize } from 'mixmod';
export function f(a: Uint8Array, i: isize): number { return a[i * 1024]; }
// f(new Uint8Array(1), 0) → 0
// f(new Uint8Array(1), 4503599627370496) → RangeError: index 4611686018427388000 is out of range for length 1
// f(new Uint8Array(1), -4503599627370497) → RangeError: index -4611686018427389000 is out of range for length 1
