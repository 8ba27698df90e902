'use mixmod';
import { i32 } from 'mixmod';
let total: i32 = 0;
for (let i: i32 = 1; i <= 10; i++) total += i;
if (total > 50) total += 1000;
export function get(): i32 { return total; }
// get() → 1055
// get() → 1055
