'use mixmod';
import { i32 } from 'mixmod';
export function third(): number { return 1 / 3; }
export function seven(): i32 { return 3 + 4; }
export function large(): number { return 2147483647 + 1; }
// third() → 0.3333333333333333
// seven() → 7
// large() → 2147483648
