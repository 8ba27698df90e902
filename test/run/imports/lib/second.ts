'use mixmod';
import { i32 } from 'mixmod';
import { note } from './order.ts';
note(2);
export function second(): i32 { return 2; }
