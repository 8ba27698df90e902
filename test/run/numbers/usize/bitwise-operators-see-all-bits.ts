'use mixmod';
import { usize } from 'mixmod';
export function and(a: usize, b: usize): usize { return a & b; }
export function or(a: usize, b: usize): usize { return a | b; }
export function xor(a: usize, b: usize): usize { return a ^ b; }
export function not(a: usize): usize { return ~a; }
// and(12, 10) → 8
// or(12, 10) → 14
// xor(12, 10) → 6
// and(9007199254740991, 85) → 85
// or(0, 1) → 1
// xor(9007199254740991, 0) → 9007199254740991
// xor(9007199254740991, 1) → 9007199254740990
// not(0) → 18446744073709552000
// not(1) → 18446744073709552000
// not(9007199254740991) → 18437736874454810000
// not(0) → 18446744073709552000
