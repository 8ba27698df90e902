'use mixmod';
export function first(v: DataView): number { return v.getUint8(0); }
export function length(v: DataView): number { return v.byteLength; }
// b = new Uint8Array([1, 2, 3, 4]).buffer → ArrayBuffer { [Uint8Contents]: <01 02 03 04>, byteLength: 4 }
// first(new DataView(b, 2)) → 3
// length(new DataView(b, 1, 2)) → 2
// first(b) → TypeError: first: argument 1 (v) must be a DataView, got ArrayBuffer
