'use mixmod';
import { u64 } from 'mixmod';
export function pow(a: u64, b: u64): u64 { return a ** b; }
// pow(2n, 5n) → 32n
// pow(3n, 4n) → 81n
// pow(0n, 0n) → 1n
// pow(10n, 0n) → 1n
// pow(2n, 63n) → 9223372036854775808n
// pow(2n, 64n) → 0n
// pow(3n, 100n) → 15462121228172006353n
// pow(18446744073709551615n, 2n) → 1n
// pow(18446744073709551615n, 3n) → 18446744073709551615n
// pow(1n, 127n) → 1n
