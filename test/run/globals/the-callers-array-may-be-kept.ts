'use mixmod';
import { i32 } from 'mixmod';
let kept = new Uint8Array(1);
export function keep(a: Uint8Array): void { kept = a; }
export function get(i: i32): number { return kept[i]; }
export function put(i: i32, value: i32): void { kept[i] = value; }
// get(0) → 0
// a = new Uint8Array([1, 2, 3]) → Uint8Array(3) [ 1, 2, 3 ]
// keep(a) → undefined
// a[1] = 50 → 50
// get(1) → 50
// put(2, 300) → undefined
// a → Uint8Array(3) [ 1, 50, 44 ]
