'use mixmod';
export function scale(a: Float64Array, factor: number): void {
  for (let i = 0; i < a.length; i++) a[i] *= factor;
}
// a = new Float64Array([1, 2.5, -3]) → Float64Array(3) [ 1, 2.5, -3 ]
// scale(a, 2) → undefined
// a → Float64Array(3) [ 2, 5, -6 ]
// scale(new Float64Array(0), 2) → undefined
