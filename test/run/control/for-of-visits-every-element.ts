'use mixmod';
export function sum(a: Float64Array): number {
  let total = 0;
  for (const x of a) total += x;
  return total;
}
// sum(new Float64Array([1, 2.5, 3])) → 6.5
// sum(new Float64Array(0)) → 0
