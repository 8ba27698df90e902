'use mixmod';
// DataViews share memory, at any offset.
export function sum(view: DataView): number { let total = 0; for (let i = 0; i < view.byteLength; i++) total += view.getUint8(i); return total; }
export function put(view: DataView, at: number, value: number): DataView { view.setInt16(at, value, true); return view; }
export function make(buffer: ArrayBuffer, offset: number, length: number): DataView { return new DataView(buffer, offset, length); }
export function length(view: DataView): number { return view.byteLength; }
// bytes = Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8), sum(new DataView(bytes.buffer)) → 36
// sum(new DataView(bytes.buffer, 2, 3)) → 12
// length(new DataView(bytes.buffer, 2, 3)) → 3
// v = new DataView(bytes.buffer, 1), put(v, 0, -2) === v → false
// bytes → Uint8Array(8) [ 1, 254, 255, 4, 5, 6, 7, 8 ]
// put(v, 0, 3).buffer === bytes.buffer → true
// put(v, 6, 1) → RangeError: Offset is outside the bounds of the DataView
// put(v, -1, 1) → RangeError: Offset is outside the bounds of the DataView
// d = make(bytes.buffer, 4, 2), [d instanceof DataView, d.byteOffset, d.byteLength] → [ true, 4, 2 ]
// make(bytes.buffer, 9, 0) → RangeError: Start offset 9 is outside the bounds of the buffer
// make(bytes.buffer, 4, 5) → RangeError: Invalid DataView length 5
// sum(new DataView(new ArrayBuffer(0))) → 0
// sum(bytes) → TypeError: sum: argument 1 (view) must be a DataView, got Uint8Array
// sum(Object.create(DataView.prototype)) → TypeError: sum: argument 1 (view) must be a DataView, got Object
// sum(new DataView(new SharedArrayBuffer(2))) → TypeError: sum: argument 1 (view) must be a DataView, got DataView on a SharedArrayBuffer
