'use mixmod';
// Hostile callers: getters, proxies and spoofed objects that change what is being read while it is read. Whatever they do, the function runs
// with values of its types, or not at all.
import { type i32, type u8 } from 'mixmod';
interface Pair { first: number; second: Uint8Array }
interface Named { name: string; n: i32 }
let runs: i32 = 0;
export function times(): i32 { return runs; }
export function both(p: Pair, data: Uint8Array): string { runs++; return `${p.first} ${p.second.length} ${data.length}`; }
export function flat(p: { a: number }, data: Uint8Array): number { runs++; return data.length; }
export function list(all: number[], data: Uint8Array): number { runs++; return all.length * 100 + data.length; }
export function bytes(all: Uint8Array[]): number { runs++; let sum = 0; for (const one of all) sum = sum * 10 + one.length; return sum; }
export function names(all: Named[]): string { runs++; let text = ''; for (const one of all) text += one.name + String(one.n); return text; }
export function map(m: Map<string, number[]>): number { runs++; let sum = 0; for (const [, value] of m) sum += value.length; return sum; }
export function plain(data: Uint8Array): number { runs++; return data.length; }
export function shared(data: Float64Array): number { runs++; return data[0]; }
export function view(data: DataView): number { runs++; return data.byteLength; }
export class Box { value: u8; constructor(value: u8) { this.value = value; } plus(p: { n: u8 }): number { return this.value + p.n; } }
/** Behind the items lies a place of an object. */
export function place(p: { all: number[]; box: Box }): number { return p.all.length * 100 + p.box.value; }
export function boxes(all: Box[]): number { runs++; let sum = 0; for (const one of all) sum += one.value; return sum; }
// take = (data) => void structuredClone(0, { transfer: [data.buffer] }) → [Function: take]
// a = new Uint8Array(8), both({ get first() { take(a); return 1; }, second: a }, a) → TypeError: both: argument 1 (p).second must be a Uint8Array, got a detached Uint8Array
// a = new Uint8Array(8), both({ first: 1, second: a }, new Proxy(a, {})) → TypeError: both: argument 2 (data) must be a Uint8Array, got Object
// a = new Uint8Array(8), flat({ get a() { take(a); return 1; } }, a) → TypeError: flat: argument 2 (data) must be a Uint8Array, got a detached Uint8Array
// a = new Uint8Array(8), bytes([a, a, Uint8Array.of(1)]) → 881
// a = new Uint8Array(8), all = [a, a], Object.defineProperty(all, 1, { get() { take(a); return Uint8Array.of(1); } }), bytes(all) → 1
// a = new Uint8Array(new ArrayBuffer(8, { maxByteLength: 16 })), all = [a, a], Object.defineProperty(all, 1, { get() { a.buffer.resize(2); return a; } }), bytes(all) → 2
// a = new Uint8Array(new ArrayBuffer(8, { maxByteLength: 16 })), all = [a, a], Object.defineProperty(all, 1, { get() { a.buffer.resize(16); return a; } }), bytes(all) → 96
// grows = [1, 2], Object.defineProperty(grows, 0, { get() { grows.push(3, 4); return 1; } }), list(grows, new Uint8Array(1)) → 201
// shrinks = [1, 2], Object.defineProperty(shrinks, 0, { get() { shrinks.length = 0; return 1; }, configurable: true }), list(shrinks, new Uint8Array(1)) → TypeError: list: argument 1 (all)[1] must be a number, got undefined
// list(new Proxy([1, 2], { get: (target, name) => name === 'length' ? 3 : target[name] }), new Uint8Array(1)) → TypeError: list: argument 1 (all)[2] must be a number, got undefined
// list(new Proxy([], { get: (target, name) => name === 'length' ? 2 ** 40 : target[name] }), new Uint8Array(1)) → TypeError: list: argument 1 (all)[0] must be a number, got undefined
// list(new Proxy([], { get: (target, name) => name === 'length' ? -1 : target[name] }), new Uint8Array(1)) → 1
// list(new Proxy([], { get: (target, name) => name === 'length' ? NaN : target[name] }), new Uint8Array(1)) → 1
// list(new Proxy([7], { get: (target, name) => name === 'length' ? '1' : target[name] }), new Uint8Array(1)) → 1
// list(new Proxy([7, 8], { get: (target, name) => name === 'length' ? 1.5 : target[name] }), new Uint8Array(1)) → 101
// list(new Proxy([7], { get: (target, name) => name === 'length' ? { valueOf: () => 1 } : target[name] }), new Uint8Array(1)) → 1
// place({ all: new Proxy([1, 2, 3, 4], { get: (target, name) => name === 'length' ? 1.5 : target[name] }), box: new Box(9) }) → 109
// list(new Proxy([7], { get: (target, name) => { throw new RangeError('trap'); } }), new Uint8Array(1)) → RangeError: trap
// revoked = Proxy.revocable([], {}), revoked.revoke(), (() => { try { list(revoked.proxy, new Uint8Array(1)); } catch (error) { return error instanceof TypeError; } })() → true
// names([{ get name() { return names([{ name: 'inner', n: 1 }]); }, n: 2 }, { name: 'c', n: 3 }]) → 'inner12c3'
// names([{ name: 'a', get n() { try { names([{ name: 1 }]); } catch {} return 4; } }]) → 'a4'
// m = new Map([['a', [1]], ['b', [2]]]), inner = [0], Object.defineProperty(inner, 0, { get() { m.clear(); return 1; } }), m.set('a', inner), map(m) → 2
// m = new Map([['a', [1]]]), inner = [0], Object.defineProperty(inner, 0, { get() { for (let i = 0; i < 1000; i++) m.set('x' + i, [1]); return 1; } }), m.set('a', inner), map(m) → 1
// s = Object.defineProperty(new Uint8Array(new SharedArrayBuffer(8)), 'buffer', { value: new ArrayBuffer(8) }), plain(s) → TypeError: plain: argument 1 (data) must be a Uint8Array, got Uint8Array on a SharedArrayBuffer
// bytes([s]) → TypeError: bytes: argument 1 (all)[0] must be a Uint8Array, got Uint8Array on a SharedArrayBuffer
// k = new (class extends Uint8Array { get length() { return 1000; } get buffer() { return new ArrayBuffer(1); } get byteOffset() { return 9; } })(3), [plain(k), bytes([k])] → [ 3, 3 ]
// shared(new Float64Array(new ArrayBuffer(16), 8, 1)) → 0
// r = new ArrayBuffer(8, { maxByteLength: 8 }), a = new Uint8Array(r, 4, 4), r.resize(2), [plain(a), bytes([a])] → [ 0, 0 ]
// b = new Box(200) → Box {}
// b.plus({ get n() { b.value = 1; return 2; } }) → 3
// boxes([b, Object.setPrototypeOf({}, b)]) → TypeError: boxes: argument 1 (all)[1] must be a Box, got Object
// boxes([Object.setPrototypeOf(new Box(3), Array.prototype)]) → 3
// boxes([Object.assign(new Box(3), { value: 4 })]) → 4
// Object.defineProperty(b, 'value', { value: 'spoofed' }), [b.value, boxes([b])] → [ 'spoofed', 1 ]
// times() > 0 → true
