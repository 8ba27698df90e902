'use mixmod';
import { i32, i64 } from 'mixmod';
export const answer: i32 = 42;
export const big: i64 = -9223372036854775808n;
export const pi = 3.14159;
export const name = 'mixmod';
export const yes = true;
// [answer, big, pi, name, yes] → [ 42, -9223372036854775808n, 3.14159, 'mixmod', true ]
