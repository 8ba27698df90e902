'use mixmod';
import { i64, isize } from 'mixmod';
let x: isize = 9007199254740991;
export function step(): i64 { x += 1; return i64(x); }
// step() → 9007199254740992n
// step() → 9007199254740993n
// step() → 9007199254740994n
