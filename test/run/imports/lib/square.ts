'use mixmod';
import { i32 } from 'mixmod';
export const LIMIT: i32 = 1000;
export function square(a: i32): i32 { return a * a; }
