'use mixmod';
import { i32 } from 'mixmod';
export function none(): void {}
export function two(a: i32, b: i32): void {}
export function one(a: i32, b?: i32, c: i32 = 1): void {}
// [none.length, two.length, one.length] → [ 0, 2, 1 ]
