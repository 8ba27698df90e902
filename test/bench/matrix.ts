'use mixmod';
// The product of two square matrices, stored by rows.

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
