// Everything that can be walked over, where arrays are made of it, and its iterators as values.
'use mixmod';
import type { i32 } from 'mixmod';

function* count(n: number): Generator<number> {
  for (let i = 0; i < n; i++) yield i;
}
let closed = '';
function* watched(): Generator<string> {
  try {
    yield 'a';
    yield 'b';
    yield 'c';
  } finally {
    closed += '!';
  }
}

export function spread(): string {
  const map = new Map([['x', 1], ['y', 2]]);
  const parts = [
    [...count(3)].join(),
    [...new Set(['p', 'q', 'p'])].join(),
    [...map].map(([key, value]) => key + value).join(),
    [...map.keys(), ...map.values()].join(),
    [...'a\u{1f600}b'].join(),
    [...new Float64Array([1.5, 2])].join(),
    [...['u', 'v'].entries()].map(([i, text]) => i + text).join(),
    [-1, ...count(2), ...[7, 8].keys(), 9].join(),
  ];
  return parts.join(' ');
}
export function from(): string {
  return [
    Array.from(count(4)).join(),
    Array.from(new Set([1, 2]), (n) => n * 10).join(),
    Array.from(new Map([['k', true]]).values()).join(),
    Array.from('xyz', (c, i) => c + i).join(),
    Array.from(new Uint8Array([3, 4])).join(),
  ].join(' ');
}
export function collections(): string {
  const set = new Set(count(3));
  const copy = new Set(set);
  copy.add(9);
  const map = new Map([['a', 1]]);
  const other = new Map(map);
  other.set('b', 2);
  const swapped = new Map([...map].map(([key, value]): [number, string] => [value, key]));
  return `${set.size} ${copy.size} ${map.size} ${other.size} ${swapped.get(1)} ${new Set('hello').size}`;
}
function total(...numbers: number[]): number {
  let sum = 0;
  for (const n of numbers) sum += n;
  return sum;
}
export function args(): number {
  const list = [1];
  list.push(...new Set([2, 3]), ...count(3));
  return total(...list, ...count(5)) + Math.max(...new Set([4, 40]));
}
export function patterns(): string {
  const [a, b] = watched();
  const [c, ...others] = count(5);
  const [d, , e] = 'd\u{1f600}e';
  const [[key, value]] = new Map([['k', 5]]);
  let f = 0;
  let g = 0;
  [f, g] = new Set([6, 7]);
  return `${a}${b}${closed} ${c} ${others.join()} ${d}${e} ${key}${value} ${f}${g}`;
}
export function steps(): string {
  const list = [1, 2];
  const it = list.values();
  const first = it.next();
  list.push(3);
  const texts = [`${first.value}`];
  for (const n of it) texts.push(`${n}`);
  texts.push(`${it.next().done}`);
  const map = new Map<string, i32>([['a', 1], ['b', 2]]);
  const entries = map.entries();
  const one = entries.next();
  map.delete('b');
  map.set('c', 3);
  const two = entries.next();
  if (!one.done && !two.done) texts.push(`${one.value[0]}${one.value[1]}${two.value[0]}`);
  for (const key of new Set(['s']).keys()) texts.push(key);
  for (const [i, x] of ['p', 'q'].entries()) texts.push(`${i}${x}`);
  return texts.join(' ');
}
// spread() → '0,1,2 p,q x1,y2 x,y,1,2 a,😀,b 1.5,2 0u,1v -1,0,1,0,1,9'
// from() → '0,1,2,3 10,20 true x0,y1,z2 3,4'
// collections() → '3 4 1 2 a 4'
// args() → 59
// patterns() → 'ab! 0 1,2,3,4 de k5 67'
// steps() → '1 2 3 true a1c s 0p 1q'
