'use mixmod';
import { i32 } from 'mixmod';
export function f(a: i32 | null): i32 {
  switch (a) { // error RTS2016: `switch` does not take i32 | null
    case 1: return 1;
  }
  return 0;
}
