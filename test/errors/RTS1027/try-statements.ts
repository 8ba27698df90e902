'use mixmod';
import { i32 } from 'mixmod';
export function f(): i32 {
  try { // error RTS1027: `try` is not part of RTypeScript yet
    return 1;
  } catch {
    return 2;
  }
}
