'use mixmod';
import { u8 } from 'mixmod';
export function f(a: u8): u8 {
  let x = a;
  x += 200;
  x *= 3;
  x -= 1;
  x <<= 1;
  x ^= 255;
  x |= 1;
  return x;
}
// f(0) → 81
// f(255) → 87
