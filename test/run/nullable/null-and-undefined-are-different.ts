'use mixmod';
import { i32 } from 'mixmod';
export function kind(a: i32 | null | undefined): i32 {
  if (a === undefined) return 0;
  if (a === null) return 1;
  return 2;
}
// kind(undefined) → 0
// kind(null) → 1
// kind(0) → 2
// kind() → 0
// kind('x') → TypeError: kind: argument 1 (a) must be an i32 (an integer from -2147483648 to 2147483647), null or undefined, got string
