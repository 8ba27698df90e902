'use mixmod';
// Hostile callers of a program that uses live values: getters, proxies and `toString` take memory away while the program uses it.
import { space, type JSValue } from 'mixmod';
let global = new Uint8Array(0);
function used(data: Uint8Array): number {
  let sum = data.length * 1000;
  for (let i = 0; i < data.length; i++) { data[i] += 1; sum += data[i]; }
  return sum;
}
export function got(data: Uint8Array, value: JSValue): number { try { space.get(value, 'x'); } catch {} return used(data); }
export function called(data: Uint8Array, f: JSValue): number { try { space.call(f, null); } catch {} return used(data); }
export function named(data: Uint8Array, value: JSValue): number { try { space.text(value); } catch {} return used(data); }
export function kept(data: Uint8Array, f: JSValue): number { global = data; const own = global; try { space.call(f, null); } catch {} return used(own) + used(global); }
export function walked(data: Uint8Array, all: JSValue): number { let n = 0; try { for (const one of space.iterate(all)) n++; } catch {} return n * 1_000_000 + used(data); }
// take = (data) => void structuredClone(0, { transfer: [data.buffer] }) → [Function: take]
// a = Uint8Array.of(1, 2), got(a, { get x() { return 1; } }) → 2005
// got(a, { get x() { take(a); return 1; } }) → 0
// a = Uint8Array.of(1, 2), called(a, () => take(a)) → 0
// a = Uint8Array.of(1, 2), named(a, { toString() { take(a); return ''; } }) → 0
// a = Uint8Array.of(1, 2), kept(a, () => take(a)) → 0
// a = Uint8Array.of(1, 2), walked(a, { *[Symbol.iterator]() { yield 1; take(a); yield 2; } }) % 1_000_000 → 0
// a = Uint8Array.of(1, 2), walked(a, [1, 2, 3]) → 3002005
