'use mixmod';
import { i32, u8 } from 'mixmod';
let x: u8 = 250;
export function add(a: u8): u8 { x += a; return x; }
export function bump(): i32 { const before: i32 = i32(x++); return before * 1000 + i32(x); }
// add(5) → 255
// bump() → 255000
// add(255) → 255
