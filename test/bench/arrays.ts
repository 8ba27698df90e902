'use mixmod';
// Loops over typed arrays, as one writes them in TypeScript.
import { i32 } from 'mixmod';

export function sum(values: Float64Array): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i];
  return total;
}

/** Adds `k` to every element; wraps at 32 bits. */
export function addToAll(values: Int32Array, k: i32): void {
  for (let i = 0; i < values.length; i++) values[i] += k;
}
