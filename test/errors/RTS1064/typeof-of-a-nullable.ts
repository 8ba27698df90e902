'use mixmod';
import { i32 } from 'mixmod';
export function f(a: i32 | null): string {
  // error RTS1064: `typeof` is only used in a comparison with a text or on a value that is never null
  return typeof a;
}
