'use mixmod';
// The product of two square matrices, stored by rows.
import { i32 } from 'mixmod';

/** `result` becomes `a` times `b`; each has `n` rows of `n` numbers. */
export function multiply(a: Float64Array, b: Float64Array, result: Float64Array, n: number): void {
  result.fill(0);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < n; k++) {
      const factor = a[i * n + k];
      for (let j = 0; j < n; j++) result[i * n + j] += factor * b[k * n + j];
    }
  }
}

/** The same with integers of 32 bits as indices. */
export function multiplyByIntegers(
  a: Float64Array,
  b: Float64Array,
  result: Float64Array,
  n: i32,
): void {
  result.fill(0);
  for (let i: i32 = 0; i < n; i++) {
    for (let k: i32 = 0; k < n; k++) {
      const factor = a[i * n + k];
      for (let j: i32 = 0; j < n; j++) result[i * n + j] += factor * b[k * n + j];
    }
  }
}
