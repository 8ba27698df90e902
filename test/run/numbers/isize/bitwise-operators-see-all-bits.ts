'use mixmod';
import { isize } from 'mixmod';
export function and(a: isize, b: isize): isize { return a & b; }
export function or(a: isize, b: isize): isize { return a | b; }
export function xor(a: isize, b: isize): isize { return a ^ b; }
export function not(a: isize): isize { return ~a; }
// and(12, 10) → 8
// or(12, 10) → 14
// xor(12, 10) → 6
// and(9007199254740991, 85) → 85
// or(-9007199254740991, 1) → -9007199254740991
// xor(9007199254740991, -9007199254740991) → -2
// xor(9007199254740991, 1) → 9007199254740990
// and(-1, -9007199254740991) → -9007199254740991
// or(-128, 127) → -1
// xor(-1, 9007199254740991) → -9007199254740992
// not(0) → -1
// not(1) → -2
// not(9007199254740991) → -9007199254740992
// not(-9007199254740991) → 9007199254740990
