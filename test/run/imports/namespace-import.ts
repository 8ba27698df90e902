'use mixmod';
import { i32 } from 'mixmod';
import * as lib from './lib/square.ts';
export function f(a: i32): i32 { return lib.square(a) - lib.LIMIT; }
// f(40) → 600
