'use mixmod';
export function sum(a: Int16Array): number { let s = 0; for (let i = 0; i < a.length; i++) s += a[i]; return s; }
export function offset(a: Int16Array): number { return a.byteOffset; }
export function bytes(a: Int16Array): number { return a.byteLength; }
// b = new Int16Array([1, 2, 3, 4, 5]).buffer → ArrayBuffer { [Uint8Contents]: <01 00 02 00 03 00 04 00 05 00>, byteLength: 10 }
// sum(new Int16Array(b, 2, 3)) → 9
// offset(new Int16Array(b, 2, 3)) → 2
// bytes(new Int16Array(b, 2, 3)) → 6
