'use mixmod';
import { i32 } from 'mixmod';
interface Point { x: number; y: number }
interface Options { width?: number; height: number | null | undefined }
export function swap(n: i32): number {
  let a: i32 = 1;
  let b: i32 = n;
  [a, b] = [b, a];
  const items = [1, 2, 3];
  [items[0], items[2]] = [items[2], items[0]];
  let x: i32;
  let y: i32;
  [x, y] = [0, 1];
  return a * 1000 + b * 100 + items[0] * 10 + items[2] + x * 10000 + y * 20000;
}
export function arrays(): number {
  const items = [1, 2, 3, 4];
  const [first, , third, ...rest] = items;
  const [one, two] = [10, true];
  const [far = 5, [inner]] = [undefined as number | undefined, [7]];
  return first + third * 10 + rest.length * 100 + rest[0] * 1000 + (two ? one : 0) + far + inner;
}
export function defaults(n: i32): number {
  const items: number[] = [];
  for (let i: i32 = 0; i < n; i++) items.push(i + 1);
  const [a = 100, b = 200] = items;
  return a + b;
}
export function missing(): number {
  const items = [1];
  const [a, b] = items;
  return a + b;
}
export function records(n: number): number {
  const point: Point = { x: n, y: 2 };
  const { x, y: other } = point;
  const { width = 10, height } = { height: null } as Options;
  let a = 0;
  let b = 0;
  ({ x: a, y: b } = { x: 5, y: 6 });
  const { x: gone, ...left } = { x: 1, y: 2, z: 3 };
  return x + other * 10 + width * 100 + (height ?? 3) + a * 1000 + b * 10000 + left.z + left.y + gone;
}
function parameters({ x, y }: Point, [a, b]: readonly [number, number] = [1, 2], { width = 4 }: Options = { height: 3 }): number {
  return x + y * 10 + a * 100 + b * 1000 + width * 10000;
}
export function called(): number {
  return parameters({ x: 1, y: 2 }) + parameters({ y: 3, x: 4 }, [5, 6], { width: 7, height: 0 });
}
export function loops(): number {
  const pairs: [number, Point][] = [[1, { x: 2, y: 3 }], [4, { x: 5, y: 6 }]];
  let sum = 0;
  for (const [n, { x, y }] of pairs) sum = sum * 1000 + n * 100 + x * 10 + y;
  let n = 0;
  let p = { x: 0, y: 0 };
  for ([n, p] of pairs) sum += n + p.x;
  return sum;
}
let order = 0;
function at(digit: number): number { order = order * 10 + digit; return digit - 1; }
export function evaluated(): number {
  order = 0;
  const items = [0, 0, 0];
  [items[at(1)], items[at(2)]] = [at(3), at(3)];
  return order * 100 + items[0] * 10 + items[1];
}
export function chained(): number {
  let a = 0;
  let b = 0;
  const pair: [number, number] = [3, 4];
  const whole = ([a, b] = pair);
  return a * 10 + b + (whole === pair ? 100 : 0);
}
export function lengths(): number {
  const { length } = [1, 2, 3];
  return length;
}
// swap(7) → 27131
// arrays() → 4153
// defaults(0) → 300
// defaults(1) → 201
// defaults(3) → 3
// missing() → RangeError: index 1 is out of range for length 1
// records(1) → 66030
// called() → 118655
// loops() → 123468
// evaluated() → 331222
// chained() → 134
// lengths() → 3
