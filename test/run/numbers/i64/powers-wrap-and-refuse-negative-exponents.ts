'use mixmod';
import { i64 } from 'mixmod';
export function pow(a: i64, b: i64): i64 { return a ** b; }
// pow(2n, 5n) → 32n
// pow(3n, 4n) → 81n
// pow(0n, 0n) → 1n
// pow(10n, 0n) → 1n
// pow(2n, 63n) → -9223372036854775808n
// pow(2n, 64n) → 0n
// pow(3n, 100n) → -2984622845537545263n
// pow(9223372036854775807n, 2n) → 1n
// pow(9223372036854775807n, 3n) → 9223372036854775807n
// pow(1n, 127n) → 1n
// pow(-2n, 3n) → -8n
// pow(-1n, 101n) → -1n
// pow(2n, -1n) → RangeError: exponent must not be negative
// pow(-9223372036854775808n, 2n) → 0n
// pow(-9223372036854775808n, 1n) → -9223372036854775808n
