'use mixmod';
import { i32 } from 'mixmod';
export function f(a: i32 | null): i32 {
  switch (a) {
    case 1: return 1; // error RTS2009: `case` does not compare i32|null with f64
  }
  return 0;
}
