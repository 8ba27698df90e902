'use mixmod';
import { i32 } from 'mixmod';
import { order, note } from './lib/order.ts';
import { second } from './lib/second.ts';
note(3);
export function get(): i32 { return order(); }
export function other(): i32 { return second(); }
// get() → 123
// other() → 2
