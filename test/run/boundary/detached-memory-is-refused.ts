'use mixmod';
export function f(a: Uint8Array): number { return a.length; }
export function g(a: ArrayBuffer): number { return a.byteLength; }
export function h(a: DataView): number { return a.byteLength; }
// a = new Uint8Array([1, 2]) → Uint8Array(2) [ 1, 2 ]
// v = new DataView(a.buffer, 1) → DataView { byteLength: 1, byteOffset: 1, buffer: ArrayBuffer { [Uint8Contents]: <01 02>, byteLength: 2 } }
// structuredClone(a.buffer, { transfer: [a.buffer] }).byteLength → 2
// f(a) → TypeError: f: argument 1 (a) must be a Uint8Array, got a detached Uint8Array
// g(a.buffer) → TypeError: g: argument 1 (a) must be an ArrayBuffer, got a detached ArrayBuffer
// h(v) → TypeError: h: argument 1 (a) must be a DataView, got a detached DataView
