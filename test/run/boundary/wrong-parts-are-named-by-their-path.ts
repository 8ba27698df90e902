'use mixmod';
import { i32, u8 } from 'mixmod';
interface Point { x: number; y: i32 }
interface Shape { points: Point[]; at: [number, string]; 'odd name'?: u8 }
let calls: i32 = 0;
export function count(): i32 { return calls; }
export function f(shape: Shape, n: i32 = 0): void { calls++; }
export function flat(p: Point, at: [boolean, { s: string }]): void { calls++; }
export function list(all: u8[] | null): void { calls++; }
export function plain(a: number, p: Point): void { calls++; }
// ok = { points: [{ x: 1, y: 2 }], at: [1, 'a'] } → { points: [ { x: 1, y: 2 } ], at: [ 1, 'a' ] }
// f(ok) → undefined
// f() → TypeError: f: argument 1 (shape) must be an object, got undefined
// f(null) → TypeError: f: argument 1 (shape) must be an object, got null
// f({}) → TypeError: f: argument 1 (shape).points must be an array, got undefined
// f({ ...ok, points: [ok.points[0], { x: '1', y: 2 }] }) → TypeError: f: argument 1 (shape).points[1].x must be a number, got string
// f({ ...ok, points: [{ x: 1, y: 2 ** 31 }] }) → RangeError: f: argument 1 (shape).points[0].y must be an i32 (an integer from -2147483648 to 2147483647), got 2147483648
// f({ ...ok, at: [1] }) → TypeError: f: argument 1 (shape).at must be an array of 2 items, got Array
// f({ ...ok, at: [1, 2] }) → TypeError: f: argument 1 (shape).at[1] must be a string, got number
// f({ ...ok, 'odd name': 256 }) → RangeError: f: argument 1 (shape)["odd name"] must be a u8 (an integer from 0 to 255) or undefined, got 256
// f({ ...ok, points: new Set() }) → TypeError: f: argument 1 (shape).points must be an array, got Set
// f({ ...ok, points: [, ok.points[0]] }) → TypeError: f: argument 1 (shape).points[0] must be an object, got undefined
// f(ok, 'x') → TypeError: f: argument 2 (n) must be an i32 (an integer from -2147483648 to 2147483647), got string
// flat({ x: 1, y: 2 }, [true, { s: 5 }]) → TypeError: flat: argument 2 (at)[1].s must be a string, got number
// flat({ x: 1, y: 2 }, [true, 's']) → TypeError: flat: argument 2 (at)[1] must be an object, got string
// flat({ x: 1, y: 0.5 }, 1) → RangeError: flat: argument 1 (p).y must be an i32 (an integer from -2147483648 to 2147483647), got 0.5
// list([1, 2, -1]) → RangeError: list: argument 1 (all)[2] must be a u8 (an integer from 0 to 255), got -1
// list(undefined) → TypeError: list: argument 1 (all) must be an array or null, got undefined
// plain('1', 2) → TypeError: plain: argument 1 (a) must be a number, got string
// plain(1, 2) → TypeError: plain: argument 2 (p) must be an object, got number
// count() → 1
