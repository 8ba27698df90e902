'use mixmod';
import { usize } from 'mixmod';
export function add(a: usize, b: usize): usize { return a + b; }
export function sub(a: usize, b: usize): usize { return a - b; }
export function mul(a: usize, b: usize): usize { return a * b; }
// add(2, 3) → 5
// add(9007199254740991, 1) → 9007199254740992
// add(9007199254740991, 9007199254740991) → 18014398509481982
// sub(0, 1) → 18446744073709552000
// sub(0, 9007199254740991) → 18437736874454810000
// sub(5, 7) → 18446744073709552000
// mul(7, 6) → 42
// mul(9007199254740991, 9007199254740991) → 18428729675200070000
// mul(0, 9007199254740991) → 0
// mul(9007199254740991, 2) → 18014398509481982
