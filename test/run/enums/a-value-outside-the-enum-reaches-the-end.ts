'use mixmod';
import { i32 } from 'mixmod';
enum Kind { A, B }
export function f(kind: Kind): i32 {
  switch (kind) {
    case Kind.A: return 1;
    case Kind.B: return 2;
  }
}
// f(1) → 2
// f(7) → TypeError: the function ended without returning a value
