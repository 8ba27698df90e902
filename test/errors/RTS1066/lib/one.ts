'use mixmod';
import { i32 } from 'mixmod';
export function one(): i32 { return 1; }
