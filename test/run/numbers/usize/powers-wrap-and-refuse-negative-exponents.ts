'use mixmod';
import { usize } from 'mixmod';
export function pow(a: usize, b: usize): usize { return a ** b; }
// pow(2, 5) → 32
// pow(3, 4) → 81
// pow(0, 0) → 1
// pow(10, 0) → 1
// pow(2, 63) → 9223372036854776000
// pow(2, 64) → 0
// pow(3, 100) → 15462121228172005000
// pow(9007199254740991, 2) → 18428729675200070000
// pow(9007199254740991, 3) → 27021597764222976
// pow(1, 127) → 1
