'use mixmod';
export function copy(a: Uint8Array): Uint8Array { const b = a.slice(); b[0] = 0; return b; }
export function tail(a: Uint8Array): Uint8Array { return a.subarray(1); }
// a = Buffer.from([1, 2, 3]) → <Buffer 01 02 03>
// copy(a) → Uint8Array(3) [ 0, 2, 3 ]
// tail(a) → Uint8Array(2) [ 2, 3 ]
// a → <Buffer 01 02 03>
