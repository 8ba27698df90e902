'use mixmod';
import { i8, u32 } from 'mixmod';
export function shift(a: i8, b: i8): u32 { return a >>> b; }
// shift(1, 0) → 1
// shift(127, 1) → 63
// shift(-128, 0) → 4294967168
// shift(-128, 4) → 268435448
// shift(-1, 0) → 4294967295
// shift(-1, 31) → 1
// shift(-1, 32) → 4294967295
// shift(-16, 2) → 1073741820
// shift(-1, -1) → 1
