'use mixmod';
import { i32 } from 'mixmod';
export function good(): i32 { return 1; }
