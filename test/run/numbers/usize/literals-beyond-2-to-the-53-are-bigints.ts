'use mixmod';
import { i64, isize, u64, usize } from 'mixmod';
const ODD = usize(9007199254740993n);
export function odd(): u64 { return u64(ODD); }
export function all(): u64 { return u64(usize(0xffff_ffff_ffff_ffffn)); }
export function low(): i64 { return i64(isize(-9007199254740993n)); }
export function even(): u64 { const x: usize = 9007199254740994; return u64(x); }
export function powers(): u64 { const x: usize = 1e19; return u64(x); }
export function rounded(): number { return 9007199254740993 - 9007199254740992; }
// odd() → 9007199254740993n
// all() → 18446744073709551615n
// low() → -9007199254740993n
// even() → 9007199254740994n
// powers() → 10000000000000000000n
// rounded() → 0
