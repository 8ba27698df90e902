'use mixmod';
interface Image { width: number; pixels: Uint8Array; name?: string }
interface Parts { all: (Float64Array | null)[]; view: DataView; whole: ArrayBuffer }
export function sum(parts: Uint8Array[]): number { let s = 0; for (const part of parts) for (const x of part) s += x; return s; }
export function fill(images: Image[], x: number): void { for (const one of images) one.pixels.fill(x); }
export function flat(image: Image): number { return image.pixels.length * image.width; }
export function same(image: Image): Image { return image; }
export function back(image: { pixels: Uint8Array }): Uint8Array { return image.pixels; }
export function made(count: number): Image[] { return Array.from({ length: count }, (_, i): Image => ({ width: i, pixels: new Uint8Array(i) })); }
export function parts(given: Parts): number { let n = given.view.byteLength + given.whole.byteLength; for (const one of given.all) n += one === null ? 1000 : one.length; return n; }
export function byName(map: Map<string, Int32Array>): Map<string, Int32Array> { map.forEach((view) => { view[0]++; }); return map; }
// sum([Uint8Array.of(1, 2), Buffer.from([3]), new Uint8Array(0)]) → 6
// sum([Uint8Array.of(1), new Int8Array(1)]) → TypeError: sum: argument 1 (parts)[1] must be a Uint8Array, got Int8Array
// sum([new Uint8Array(new SharedArrayBuffer(1))]) → TypeError: sum: argument 1 (parts)[0] must be a Uint8Array, got Uint8Array on a SharedArrayBuffer
// a = new Uint8Array(3) → Uint8Array(3) [ 0, 0, 0 ]
// fill([{ width: 1, pixels: a.subarray(1) }], 7) → undefined
// a → Uint8Array(3) [ 0, 7, 7 ]
// flat({ width: 2, pixels: a }) → 6
// flat({ width: 2, pixels: [1] }) → TypeError: flat: argument 1 (image).pixels must be a Uint8Array, got Array
// s = same({ width: 2, pixels: a, name: 'x' }) → { width: 2, pixels: Uint8Array(3) [ 0, 7, 7 ], name: 'x' }
// [s.pixels === a, s.pixels.buffer === a.buffer] → [ false, true ]
// b = back({ pixels: a }) → Uint8Array(3) [ 0, 7, 7 ]
// [b === a, b.buffer === a.buffer] → [ false, true ]
// made(3) → [ { width: 0, pixels: Uint8Array(0) [], name: undefined }, { width: 1, pixels: Uint8Array(1) [ 0 ], name: undefined }, { width: 2, pixels: Uint8Array(2) [ 0, 0 ], name: undefined } ]
// made(600)[599].pixels.length → 599
// parts({ all: [new Float64Array(2), null], view: new DataView(new ArrayBuffer(3)), whole: new ArrayBuffer(4) }) → 1009
// parts({ all: [], view: new DataView(new ArrayBuffer(3)), whole: 4 }) → TypeError: parts: argument 1 (given).whole must be an ArrayBuffer, got number
// m = new Map([['a', Int32Array.of(1)]]) → Map(1) { 'a' => Int32Array(1) [ 1 ] }
// byName(m) → Map(1) { 'a' => Int32Array(1) [ 2 ] }
// m → Map(1) { 'a' => Int32Array(1) [ 2 ] }
// sum([{ get length() { return 0; } }]) → TypeError: sum: argument 1 (parts)[0] must be a Uint8Array, got Object
// sum(new Proxy([a, a], { get(target, name) { return name === '1' ? Uint8Array.of(sum([a])) : target[name]; } })) → 28
