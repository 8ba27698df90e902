'use mixmod';
import { i32 } from 'mixmod';
let digits: i32 = 1;
export function note(digit: i32): void { digits = digits * 10 + digit; }
export function order(): i32 { return digits; }
