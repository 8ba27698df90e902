'use mixmod';
import { i32, i64, u64, isize, f32 } from 'mixmod';
interface Point { x: number; y: number }
interface Shape { name: string; points: Point[]; tag?: i32; open: boolean }
let kept: Point[] = [];
export function sum(p: Point): number { return p.x + p.y; }
export function scale(p: Point, k: number = 2): Point { return { x: p.x * k, y: p.y * k }; }
export function total(all: number[]): number { let s = 0; for (const x of all) s += x; return s; }
export function doubled(all: readonly number[]): number[] { return all.map((x) => x * 2); }
export function widen(s: Shape): Shape {
  return { name: s.name + '!', points: [...s.points, { x: 1, y: 2 }], tag: s.tag, open: !s.open };
}
export function words(text: string): string[] { return text.split(' '); }
export function longest(all: readonly string[]): string | null {
  let best: string | null = null;
  for (const one of all) if (best === null || one.length > best.length) best = one;
  return best;
}
export function swap(p: [number, string]): [string, number] { return [p[1], p[0]]; }
export function signed(all: i64[]): i64[] { return all.map((x) => x / 2n); }
export function unsigned(all: u64[]): u64[] { return all.map((x) => x + 1n); }
export function sizes(all: isize[]): isize[] { return all.map((x) => x + 1); }
export function singles(all: f32[]): f32[] { return all.map((x) => x); }
export function flags(all: boolean[]): boolean[] { return all.map((x) => !x); }
export function holes(all: (number | undefined | null)[]): (number | undefined | null)[] { return all; }
export function maybe(p: Point | null): Point | undefined { return p === null ? undefined : p; }
export function keep(all: Point[]): void { kept = all; }
export function keptSum(): number { let s = 0; for (const p of kept) s += p.x + p.y; return s; }
export function nested(all: number[][]): number[][] { return all.map((row) => row.map((x) => -x)); }
export function joined(...all: string[]): string { return all.join('+'); }
export function many(n: i32): Point[] { return Array.from({ length: n }, (_, i) => ({ x: i, y: -i })); }
export function texts(n: i32): string[] { return Array.from({ length: n }, (_, i) => `ä${i}`); }
// sum({ x: 1, y: 2, z: 3 }) → 3
// scale({ x: 1, y: 2 }) → { x: 2, y: 4 }
// [sum.name, sum.length, scale.length, joined.length] → [ 'sum', 1, 1, 0 ]
// total([1, 2, 3.5]) → 6.5
// total([]) → 0
// doubled([1, -0, NaN]) → [ 2, -0, NaN ]
// doubled(Array(3000).fill(2)).length → 3000
// widen({ name: 'hé→', points: [{ x: 5, y: 6 }], open: true }) → { name: 'hé→!', points: [ { x: 5, y: 6 }, { x: 1, y: 2 } ], tag: undefined, open: false }
// widen({ name: '', points: [], tag: -7, open: false }).tag → -7
// words('a bc def') → [ 'a', 'bc', 'def' ]
// longest(['a', 'bcd', 'ef']) → 'bcd'
// longest([]) → null
// swap([1, 'x']) → [ 'x', 1 ]
// signed([9223372036854775807n, -9223372036854775808n, -3n]) → [ 4611686018427387903n, -4611686018427387904n, -1n ]
// unsigned([18446744073709551614n, 0n]) → [ 18446744073709551615n, 1n ]
// sizes([9007199254740991, -5]) → [ 9007199254740992, -4 ]
// singles([0.1, 16777217]) → [ 0.10000000149011612, 16777216 ]
// flags([true, false]) → [ false, true ]
// holes([1, undefined, null]) → [ 1, undefined, null ]
// maybe(null) → undefined
// maybe({ x: 1, y: 2 }) → { x: 1, y: 2 }
// a = [{ x: 1, y: 2 }, { x: 3, y: 4 }] → [ { x: 1, y: 2 }, { x: 3, y: 4 } ]
// keep(a) → undefined
// (a[0].x = 100, keptSum()) → 10
// nested([[1, 2], [], [3]]) → [ [ -1, -2 ], [], [ -3 ] ]
// joined('a', 'b', 'c') → 'a+b+c'
// joined() → ''
// many(2000)[1999] → { x: 1999, y: -1999 }
// texts(3000)[2999] → 'ä2999'
// nested(Array(500).fill([1, 2, 3]))[499] → [ -1, -2, -3 ]
