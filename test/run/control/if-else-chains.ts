'use mixmod';
import { i32 } from 'mixmod';
export function grade(points: i32): i32 {
  if (points >= 90) return 1;
  else if (points >= 50) return 2;
  else if (points >= 0) { return 3; }
  return 4;
}
// grade(90) → 1
// grade(89) → 2
// grade(0) → 3
// grade(-1) → 4
