'use mixmod';
import { u32 } from 'mixmod';
export function hash(a: string): u32 {
  let h: u32 = 2166136261;
  for (let i = 0; i < a.length; i++) {
    h ^= u32(a.charCodeAt(i));
    h *= 16777619;
  }
  return h;
}
// hash('') → 2166136261
// hash('hello') → 1335831723
