'use mixmod';
import { i32, u32 } from 'mixmod';
export function shift(a: i32, b: i32): u32 { return a >>> b; }
// shift(1, 0) → 1
// shift(2147483647, 1) → 1073741823
// shift(-2147483648, 0) → 2147483648
// shift(-2147483648, 4) → 134217728
// shift(-1, 0) → 4294967295
// shift(-1, 31) → 1
// shift(-1, 32) → 4294967295
// shift(-16, 2) → 1073741820
// shift(-1, -1) → 1
