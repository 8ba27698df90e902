// Object.keys, values, entries, hasOwn, assign and is of records: what plain Node gives.
'use mixmod';
import type { f32, i32 } from 'mixmod';
interface Size {
  width: number;
  height: number;
}
let log = '';
function made(width: number): Size {
  log += `made ${width};`;
  return { width, height: width * 2 };
}
export function lists(width: number): string {
  log = '';
  const size = made(width);
  const keys = Object.keys(size).join();
  const values = Object.values(made(width + 1)).join();
  const entries = Object.entries(size).map(([name, value]) => `${name}=${value}`).join('&');
  let sum = 0;
  for (const [name, value] of Object.entries({ '2': 1, b: 2, '1': 3, a: 4 })) {
    sum += value;
    log += name;
  }
  return `${keys} ${values} ${entries} ${sum} ${log} ${Object.keys({ x: 'a', y: 1 }).length}`;
}
export function own(name: string): string {
  const size = made(1);
  return `${Object.hasOwn(size, name)} ${Object.hasOwn(size, 'width')} ${Object.hasOwn({ x: 1 }, 'y')}`;
}
export function assigned(width: number): string {
  const target = made(width);
  const same = Object.assign(target, { height: 7 }, { width: target.height });
  same.width += 1;
  return `${target.width} ${target.height} ${same === target}`;
}
export function same(a: number, b: number, s: string, t: string, x: f32, i: i32): string {
  const one = made(1);
  return `${Object.is(a, b)} ${Object.is(s, t)} ${Object.is(one, one)} ${Object.is(one, made(1))} ${Object.is(x, x)} ${Object.is(i, 0)}`;
}
export function mixed(name: string): string {
  const texts = Object.entries({ name, count: 2, open: true }).map(([key, value]) => `${key}:${value}`);
  const numbers = Object.values({ a: 1, b: 'x' }).filter((value) => typeof value === 'number');
  return texts.join() + numbers.length;
}
// mixed('n') → 'name:n,count:2,open:true1'
// lists(3) → 'width,height 4,8 width=3&height=6 10 made 3;made 4;12ba 2'
// own('height') → 'true true false'
// own('toString') → 'false true false'
// assigned(2) → '5 7 true'
// same(0, -0, 'a', 'a', 0, 0) → 'false true true false true true'
// same(NaN, NaN, 'a', 'b', NaN, 1) → 'true false true false true false'
// same(-0, -0, '', '', -0, 0) → 'true true true false true true'
// same(1, 1, 'x', 'x', 1, 2) → 'true true true false true false'
// same(1, 2, 'x', 'x', 1, 2) → 'false true true false true false'
