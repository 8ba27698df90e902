// TypeScript infers number[] for what a callback gives; the items are integers all the same.
'use mixmod';
import { usize } from 'mixmod';
import type { i32 } from 'mixmod';
export function made(n: i32): string {
  const big = -usize(9);
  const rows = Array.from({ length: 2 }, (_, i) => [big, big]);
  const pairs = [1, 2].map((x) => [n, n]);
  return `${rows.length} ${rows[0][0] > 5} ${pairs[1][0] + 2147483647}`;
}
// made(1) → '2 true -2147483648'
