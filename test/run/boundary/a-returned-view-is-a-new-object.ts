'use mixmod';
export function bytes(a: Uint8Array): Uint8Array { return a; }
export function longs(a: BigInt64Array): BigInt64Array { return a; }
export function view(v: DataView): DataView { return v; }
export function maybe(a: Int16Array | null): Int16Array | null { return a; }
export function buffer(b: ArrayBuffer): ArrayBuffer { return b; }
// a = Uint8Array.of(1, 2, 3).subarray(1) → Uint8Array(2) [ 2, 3 ]
// b = bytes(a) → Uint8Array(2) [ 2, 3 ]
// b === a → false
// b → Uint8Array(2) [ 2, 3 ]
// [b.buffer === a.buffer, b.byteOffset] → [ true, 1 ]
// (b[0] = 9, a[0]) → 9
// l = new BigInt64Array(2) → BigInt64Array(2) [ 0n, 0n ]
// longs(l) === l → false
// v = new DataView(new ArrayBuffer(8), 2, 4) → DataView { byteLength: 4, byteOffset: 2, buffer: ArrayBuffer { [Uint8Contents]: <00 00 00 00 00 00 00 00>, byteLength: 8 } }
// view(v) === v → false
// [view(v).buffer === v.buffer, view(v).byteOffset, view(v).byteLength] → [ true, 2, 4 ]
// m = new Int16Array(3) → Int16Array(3) [ 0, 0, 0 ]
// maybe(m) === m → false
// maybe(null) → null
// c = new ArrayBuffer(3) → ArrayBuffer { [Uint8Contents]: <00 00 00>, byteLength: 3 }
// buffer(c) === c → true
