'use mixmod';
export function f(a: Uint8Array): number { return a.length; }
export function g(a: DataView): number { return a.byteLength; }
// f(new Uint8Array(new SharedArrayBuffer(2))) → TypeError: f: argument 1 (a) must be a Uint8Array, got Uint8Array on a SharedArrayBuffer
// g(new DataView(new SharedArrayBuffer(2))) → TypeError: g: argument 1 (a) must be a DataView, got DataView on a SharedArrayBuffer
