'use mixmod';
export function f(a: Int32Array): number {
  let total = 0;
  for (const x of a) {
    total += x;
    a[a.length - 1] = 100;
  }
  return total;
}
// f(new Int32Array([1, 2, 3])) → 103
