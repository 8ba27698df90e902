'use mixmod';
export function copy(from: Uint8Array, to: Uint8Array): void {
  for (let i = 0; i < from.length; i++) to[i] = from[i];
}
// a = new Uint8Array([1, 2, 3, 4, 5]) → Uint8Array(5) [ 1, 2, 3, 4, 5 ]
// copy(a.subarray(0, 4), a.subarray(1)) → undefined
// a → Uint8Array(5) [ 1, 1, 1, 1, 1 ]
