'use mixmod';
import { i16, u32 } from 'mixmod';
export function shift(a: i16, b: i16): u32 { return a >>> b; }
// shift(1, 0) → 1
// shift(32767, 1) → 16383
// shift(-32768, 0) → 4294934528
// shift(-32768, 4) → 268433408
// shift(-1, 0) → 4294967295
// shift(-1, 31) → 1
// shift(-1, 32) → 4294967295
// shift(-16, 2) → 1073741820
// shift(-1, -1) → 1
