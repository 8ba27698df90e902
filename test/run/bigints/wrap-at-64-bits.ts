'use mixmod';
import { u64 } from 'mixmod';
export function mix(h: u64): u64 {
  let x = h;
  x ^= x >> 33n;
  x *= 0xff51afd7ed558ccdn;
  x ^= x >> 33n;
  x *= 0xc4ceb9fe1a85ec53n;
  return x ^ (x >> 33n);
}
// mix(0n) → 0n
// mix(1n) → 12994781566227106604n
// mix(18446744073709551615n) → 7256831767414464289n
