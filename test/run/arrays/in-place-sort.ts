'use mixmod';
import { i32 } from 'mixmod';
export function sort(a: Float64Array): void {
  for (let i: i32 = 1; i < a.length; i++) {
    const x = a[i];
    let j = i - 1;
    while (j >= 0 && a[j] > x) { a[j + 1] = a[j]; j--; }
    a[j + 1] = x;
  }
}
// a = new Float64Array([3, -1, 2.5, 0, -Infinity]) → Float64Array(5) [ 3, -1, 2.5, 0, -Infinity ]
// sort(a) → undefined
// a → Float64Array(5) [ -Infinity, -1, 0, 2.5, 3 ]
