'use mixmod';
import { u32 } from 'mixmod';

/** FNV-1a, 32 bits. */
export function fnv1a(data: Uint8Array): u32 {
  let hash: u32 = 2166136261;
  for (let i = 0; i < data.length; i++) hash = u32(Math.imul(hash ^ data[i], 16777619));
  return hash;
}

/** Words are what spaces and ends of lines separate. */
export function count_words(data: Uint8Array): number {
  let count = 0;
  let inWord = false;
  for (let i = 0; i < data.length; i++) {
    const isSpace = data[i] === 32 || data[i] === 10;
    if (!isSpace && !inWord) count++;
    inWord = !isSpace;
  }
  return count;
}
