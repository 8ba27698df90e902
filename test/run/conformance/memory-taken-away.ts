'use mixmod';
// Hostile callers: memory is taken away while the program uses it, by functions that it calls. What has lost its memory is empty.
interface Kept { data: Uint8Array }
let kept: Kept = { data: new Uint8Array(0) };
let global = new Uint8Array(0);
let maybe: Uint8Array | null = null;

/** Catches what says so, and goes on with the same memory. */
export function argument(data: Uint8Array, f: () => void): number {
  try { f(); } catch {}
  return used(data);
}
export function loop(data: Float64Array, f: (i: number) => void): string {
  let seen = '';
  for (let i = 0; i < data.length; i++) {
    try { f(i); } catch {}
    if (i < data.length) { data[i] += 1; seen += `${data[i]} `; }
  }
  return seen + String(data.length);
}
function used(data: Uint8Array): number {
  let sum = data.length * 1000;
  for (let i = 0; i < data.length; i++) { data[i] += 1; sum += data[i]; }
  return sum;
}
export function deeper(data: Uint8Array, f: () => void): number { within(f); return used(data); }
function within(f: () => void): void { try { f(); } catch {} }
export function lastly(data: Uint8Array, f: () => void): number {
  try { f(); return -1; } catch { return used(data); } finally { within(() => {}); used(data); }
}
export function own(f: (data: Uint8Array) => void): number {
  const data = new Uint8Array(100).fill(1);
  within(() => { f(data); });
  return used(data);
}
export function keep(data: Uint8Array): void { kept = { data }; global = data; maybe = data; }
export function ofField(f: () => void): number { const before = kept.data.length; within(f); return before * 1_000_000 + used(kept.data); }
export function ofVariable(f: () => void): number { const data = global; within(f); return used(data) + used(global); }
export function ofNullable(f: () => void): number { const data = maybe; within(f); return data === null ? -1 : used(data); }
export function ofLocal(f: () => void): number { const { data } = kept; within(f); return used(data); }
export function captured(data: Uint8Array, f: () => void): number { const use = (): number => used(data); within(f); return use(); }
export function parts(data: Uint8Array, f: () => void): number { const part = data.subarray(1); const view = new DataView(data.buffer); within(f); return used(part) + view.byteLength * 1_000_000; }
export function whole(buffer: ArrayBuffer, f: () => void): number { within(f); return buffer.byteLength; }
export function given(f: () => Uint8Array, g: () => void): number { const data = f(); within(g); return used(data); }
export function chosen(a: Uint8Array, b: Uint8Array, first: boolean, f: () => void): number {
  let data = a;
  if (!first) { data = b; within(f); } else within(() => {});
  return used(data);
}
export function items(all: Uint8Array[], f: (i: number) => void): number { let sum = 0; for (let i = 0; i < all.length; i++) { within(() => { f(i); }); sum += used(all[i]); } return sum; }
export function nested(): number { return used(global); }
export function written(data: Uint8Array, f: () => number): string { try { data[0] = f(); return String(data[0]); } catch (error) { return error instanceof Error ? error.name : ''; } }
export function bytes(view: DataView, f: () => void): number { within(f); return view.byteLength; }
// take = (data) => void structuredClone(0, { transfer: [data.buffer] }) → [Function: take]
// a = Uint8Array.of(1, 2, 3), argument(a, () => {}) → 3009
// argument(a, () => take(a)) → 0
// a.length → 0
// b = new Float64Array(4), loop(b, (i) => { if (i === 2) take(b); }) → '1 1 0'
// big = new Uint8Array(1 << 20), argument(big, () => take(big)) → 0
// a = Uint8Array.of(1, 2, 3), deeper(a, () => take(a)) → 0
// a = Uint8Array.of(1, 2, 3), lastly(a, () => take(a)) → 0
// own((data) => { big = data; }) → 100200
// own((data) => take(data)) → 0
// a = Uint8Array.of(1, 2, 3), (keep(a), ofField(() => take(a))) → 3000000
// a = Uint8Array.of(1, 2, 3), (keep(a), ofVariable(() => {})) → 6021
// ofVariable(() => take(a)) → 0
// a = Uint8Array.of(1, 2, 3), (keep(a), ofNullable(() => take(a))) → 0
// a = Uint8Array.of(1, 2, 3), (keep(a), ofLocal(() => take(a))) → 0
// a = Uint8Array.of(1, 2, 3), captured(a, () => take(a)) → 0
// a = Uint8Array.of(1, 2, 3), parts(a, () => {}) → 3002007
// a = Uint8Array.of(1, 2, 3), whole(a.buffer, () => take(a)) → 0
// a = Uint8Array.of(1, 2, 3), given(() => a, () => take(a)) → 0
// a = Uint8Array.of(1, 2), chosen(a, Uint8Array.of(3), false, () => take(a)) → 1004
// a = Uint8Array.of(1, 2), chosen(Uint8Array.of(3), a, false, () => take(a)) → 0
// a = Uint8Array.of(1, 2), chosen(a, Uint8Array.of(3), true, () => {}) → 2005
// all = [Uint8Array.of(1), Uint8Array.of(2), Uint8Array.of(3)], items(all, (i) => { if (i === 0) take(all[1]); }) → 2006
// a = Uint8Array.of(1, 2, 3), (keep(a), argument(a, () => { take(a); a = nested(); })) → 0
// a → 0
// a = Uint8Array.of(1), written(a, () => { take(a); return 5; }) → 'RangeError'
// r = new ArrayBuffer(8, { maxByteLength: 16 }), a = new Uint8Array(r, 0, 8), argument(a, () => r.resize(4)) → 0
// r = new ArrayBuffer(8, { maxByteLength: 16 }), a = new Uint8Array(r, 0, 4), argument(a, () => r.resize(6)) → 4004
// r = new ArrayBuffer(8, { maxByteLength: 16 }), a = new Uint8Array(r, 2, 6), argument(a, () => r.resize(16)) → 6006
// r = new ArrayBuffer(8, { maxByteLength: 16 }), a = new Uint8Array(r), argument(a, () => r.resize(16)) → 8008
// r = new ArrayBuffer(8, { maxByteLength: 16 }), a = new Uint8Array(r), argument(a, () => r.resize(4)) → 0
// r = new ArrayBuffer(8, { maxByteLength: 16 }), v = new DataView(r), bytes(v, () => r.resize(16)) → 8
// r = new ArrayBuffer(8, { maxByteLength: 16 }), a = new Uint8Array(r, 0, 8), argument(a, () => { r.resize(4); argument(new Uint8Array(1), () => r.resize(8)); }) → 8008
// r = new ArrayBuffer(8, { maxByteLength: 16 }), whole(r, () => r.resize(12)) → 12
// r = new ArrayBuffer(8, { maxByteLength: 16 }), whole(r, () => r.resize(3)) → 3
