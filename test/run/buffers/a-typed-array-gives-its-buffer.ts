'use mixmod';
export function words(a: Uint8Array): Uint16Array { return new Uint16Array(a.buffer, a.byteOffset, a.length >> 1); }
// words(new Uint8Array([1, 2, 3, 4])) → Uint16Array(2) [ 513, 1027 ]
