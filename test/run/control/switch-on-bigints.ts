'use mixmod';
import { i32, u64 } from 'mixmod';
export function f(a: u64): i32 {
  switch (a) {
    case 0n: return 0;
    case 18446744073709551615n: return 1;
  }
  return 2;
}
// f(0n) → 0
// f(18446744073709551615n) → 1
// f(1n) → 2
