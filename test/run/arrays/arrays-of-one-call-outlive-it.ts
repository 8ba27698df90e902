'use mixmod';
export function pair(): Uint8Array { const a = new Uint8Array(4); a[3] = 7; return a.subarray(2); }
// a = pair() → Uint8Array(2) [ 0, 7 ]
// b = pair() → Uint8Array(2) [ 0, 7 ]
// a[0] = 1 → 1
// b → Uint8Array(2) [ 0, 7 ]
// a.buffer.byteLength → 4
