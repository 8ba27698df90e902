'use mixmod';
export function f(words: Uint32Array, bytes: Uint8Array): number { bytes[0] = 1; words[0] += 256; return bytes[1]; }
// w = new Uint32Array(1) → Uint32Array(1) [ 0 ]
// f(w, new Uint8Array(w.buffer)) → 1
// w → Uint32Array(1) [ 257 ]
