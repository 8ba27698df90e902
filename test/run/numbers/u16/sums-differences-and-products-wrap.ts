'use mixmod';
import { u16 } from 'mixmod';
export function add(a: u16, b: u16): u16 { return a + b; }
export function sub(a: u16, b: u16): u16 { return a - b; }
export function mul(a: u16, b: u16): u16 { return a * b; }
// add(2, 3) → 5
// add(65535, 1) → 0
// add(65535, 65535) → 65534
// sub(0, 1) → 65535
// sub(0, 65535) → 1
// sub(5, 7) → 65534
// mul(7, 6) → 42
// mul(65535, 65535) → 1
// mul(0, 65535) → 0
// mul(65535, 2) → 65534
