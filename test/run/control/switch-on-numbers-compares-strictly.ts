'use mixmod';
import { i32 } from 'mixmod';
export function f(a: number): i32 {
  switch (a) {
    case 0: return 1;
    case 0.5: return 2;
    case NaN: return 3;
  }
  return 4;
}
// f(0) → 1
// f(-0) → 1
// f(0.5) → 2
// f(NaN) → 4
