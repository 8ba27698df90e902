'use mixmod';
import { i32 } from 'mixmod';
let x: i32 = 1;
function change(): i32 { x = 100; return 10; }
export function run(): i32 { x = 1; return x + change(); }
export function compound(): i32 { x = 1; x += change(); return x; }
// run() → 11
// compound() → 11
