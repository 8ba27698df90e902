'use mixmod';
// Functions go both ways.
import { i32, i64 } from 'mixmod';
interface Point { x: number; y: number }
export function apply(f: (x: number) => number, x: number): number { return f(x); }
export function adder(n: number): (x: number) => number { return (x) => x + n; }
export function map(all: number[], f: (x: number, index: i32) => number): number[] {
  const made: number[] = [];
  let i: i32 = 0;
  for (const x of all) made.push(f(x, i++));
  return made;
}
export function texts(f: (text: string, n: i64) => string): string { return f('ä→', 5n) + f('', -1n); }
export function points(f: (p: Point, all: Point[]) => Point): Point { return f({ x: 1, y: 2 }, [{ x: 3, y: 4 }]); }
let listener: ((text: string) => void) | null = null;
export function listen(f: ((text: string) => void) | null): void { listener = f; }
export function emit(text: string): boolean { if (listener === null) return false; listener(text); return true; }
export function compose(f: (x: number) => number, g: (x: number) => number): (x: number) => number { return (x) => f(g(x)); }
export function many(n: i32): (x: string) => string[] { return (x) => Array.from({ length: n }, () => x); }
export function each(n: i32, f: (...all: number[]) => void): void { for (let i: i32 = 0; i < n; i++) f(i, i * 2); }
export function guarded(f: () => void): string {
  try { f(); return 'none'; } catch (error) {
    if (error instanceof RangeError) return 'range ' + error.message;
    return error instanceof Error ? error.name + ': ' + error.message : 'other';
  }
}
export function through(f: () => void, log: string[]): void { try { f(); } finally { log.push('left'); } }
export function same(f: () => void, g: () => void): boolean { return f === g; }
export function bytes(f: (data: Uint8Array) => Uint8Array, data: Uint8Array): number { return f(data)[0]; }
// apply((x) => x * 2, 21) → 42
// add5 = adder(5), add5(1) → 6
// apply(add5, 2) → 7
// [typeof add5, add5.length] → [ 'function', 1 ]
// map([1, 2, 3], (x, i) => x * 10 + i) → [ 10, 21, 32 ]
// texts((text, n) => text + n) → 'ä→5-1'
// points((p, all) => ({ x: p.x + all[0].x, y: p.y + all[0].y })) → { x: 4, y: 6 }
// got = [] → []
// emit('no') → false
// listen((text) => got.push(text)) → undefined
// [emit('a'), emit('b'), got] → [ true, true, [ 'a', 'b' ] ]
// (listen(null), emit('c')) → false
// compose((x) => x + 1, add5)(10) → 16
// compose(add5, adder(1))(10) → 16
// many(3)('é') → [ 'é', 'é', 'é' ]
// rest = [], each(3, (...all) => rest.push(all)), rest → [ [ 0, 0 ], [ 1, 2 ], [ 2, 4 ] ]
// apply((x) => 'no', 1) → TypeError: callback: the result must be a number, got string
// points(() => ({ x: 1, y: '2' })) → TypeError: callback: the result.y must be a number, got string
// apply(5, 1) → TypeError: apply: argument 1 (f) must be a function, got number
// listen(undefined) → TypeError: listen: argument 1 (f) must be a function or null, got undefined
// add5('x') → TypeError: (number) => number: argument 1 (a) must be a number, got string
// add5() → TypeError: (number) => number: argument 1 (a) must be a number, got undefined
// guarded(() => {}) → 'none'
// guarded(() => { throw new RangeError('far'); }) → 'range far'
// guarded(() => { throw new SyntaxError('odd'); }) → 'SyntaxError: odd'
// guarded(() => { const e = new TypeError('own'); e.name = 'Mine'; throw e; }) → 'Mine: own'
// guarded(() => { throw 17; }) → 'Error: 17'
// guarded(() => { throw { toString() { throw 1; } }; }) → 'Error: '
// e = new Error('back'), e.code = 'E_BACK' → 'E_BACK'
// (() => { try { apply(() => { throw e; }, 1); } catch (caught) { return [caught === e, caught.code]; } })() → [ true, 'E_BACK' ]
// (() => { try { through(() => { throw 17; }, []); } catch (caught) { return caught; } })() → 17
// (() => { try { compose((x) => x, () => { throw e; })(1); } catch (caught) { return caught === e; } })() → true
// same(e.f = () => {}, e.f) → true
// same(() => {}, () => {}) → false
// adder(1) === adder(1) → false
// apply((x) => x <= 0 ? 0 : x + apply(add5, x - 6), 10) → 19
// deep = (x) => x <= 0 ? 0 : 1 + apply(deep, x - 1), deep(200) → 200
// map([1, 2], (x) => map([x, x], (y) => y + 1)[1]) → [ 2, 3 ]
// texts((text, n) => texts === null ? '' : map([1], () => Number(n))[0] + text) → '5ä→-1'
// bytes((data) => data.subarray(1), new Uint8Array([7, 8])) → 8
// map(Array(1200).fill(1), (x) => x + 1).length → 1200
// points((p, all) => map(Array(1500).fill(1), (x) => x).length === 1500 ? p : all[0]) → { x: 1, y: 2 }
// forever = () => apply(forever, 1), (() => { try { forever(); } catch (error) { return error instanceof Error; } })() → true
// apply((x) => x + 1, 1) → 2
