'use mixmod';
import { i64 } from 'mixmod';
export function left(a: i64, b: i64): i64 { return a << b; }
export function right(a: i64, b: i64): i64 { return a >> b; }
// left(1n, 3n) → 8n
// left(1n, 63n) → -9223372036854775808n
// left(3n, 63n) → -9223372036854775808n
// left(1n, 64n) → 1n
// left(1n, 65n) → 2n
// left(9223372036854775807n, 1n) → -2n
// right(9223372036854775807n, 1n) → 4611686018427387903n
// right(9223372036854775807n, 63n) → 0n
// right(9223372036854775807n, 64n) → 9223372036854775807n
// right(100n, 66n) → 25n
// right(-9223372036854775808n, 1n) → -4611686018427387904n
// right(-1n, 5n) → -1n
// right(-9223372036854775808n, 63n) → -1n
// left(1n, -1n) → -9223372036854775808n
// right(9223372036854775807n, -2n) → 1n
// left(-3n, 1n) → -6n
