'use mixmod';
import { u8 } from 'mixmod';
export function add(a: u8, b: u8): u8 { return a + b; }
export function sub(a: u8, b: u8): u8 { return a - b; }
export function mul(a: u8, b: u8): u8 { return a * b; }
// add(2, 3) → 5
// add(255, 1) → 0
// add(255, 255) → 254
// sub(0, 1) → 255
// sub(0, 255) → 1
// sub(5, 7) → 254
// mul(7, 6) → 42
// mul(255, 255) → 1
// mul(0, 255) → 0
// mul(255, 2) → 254
