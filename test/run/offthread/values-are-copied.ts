'use mixmod';
// Records, arrays, maps, sets, dates, unions and views in them, in both directions; results of any size.
import { type i64, offthread } from 'mixmod';
interface Point { x: number; name?: string; big: i64 }
type Shape = { kind: 'circle'; r: number } | { kind: 'square'; side: number };
interface List { value: number; next: List | null }
interface Image { width: number; data: Uint8ClampedArray; parts: Map<string, Float64Array> }
export const moved = offthread((points: Point[], by: number): Point[] =>
  points.map((p): Point => ({ x: p.x + by, name: p.name, big: p.big + 1n })),
);
export const words = offthread((text: string): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const word of text.split(' ')) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
});
export const areas = offthread((shapes: Shape[]): number[] => {
  const all: number[] = [];
  for (const shape of shapes) all.push(shape.kind === 'circle' ? shape.r * 3 : shape.side ** 2);
  return all;
});
export const later = offthread((date: Date, pair: [number, string]): [Date, string] => [
  new Date(date.getTime() + pair[0]),
  pair[1].toUpperCase(),
]);
export const listed = offthread((n: number): List | null => {
  let list: List | null = null;
  for (let i = 0; i < n; i++) list = { value: i, next: list };
  return list;
});
export const inverted = offthread((image: Image): Image => {
  for (let i = 0; i < image.data.length; i++) image.data[i] = 255 - image.data[i];
  const sums = new Float64Array(2);
  sums[0] = image.width;
  return {
    width: image.width,
    data: image.data,
    parts: new Map([
      ['all', sums],
      ['last', sums.subarray(1)],
      ['given', image.parts.get('a') ?? sums],
    ]),
  };
});
export const texts = offthread((n: number): string[] => {
  const all: string[] = [];
  for (let i = 0; i < n; i++) all.push(`${i} ${'é€'[i % 2]}`);
  return all;
});
export const joined = offthread((n: number): string => {
  let text = '';
  for (let i = 0; i < n; i++) text = i % 2 === 0 ? text + '€' + i : i + text;
  return text;
});
export function sync(views: Uint8Array[]): number {
  return views.length;
}
export const views = offthread((all: Uint8Array[]): Uint8Array[] => all.slice(1));
// moved([{ x: 1, big: 2n }, { x: 2, name: 'b', big: -1n }], 10) → [ { x: 11, name: undefined, big: 3n }, { x: 12, name: 'b', big: 0n } ]
// words('b a b') → Map(2) { 'b' => 2, 'a' => 1 }
// areas([{ kind: 'circle', r: 1 }, { kind: 'square', side: 3 }]) → [ 3, 9 ]
// areas([{ kind: 'cube' }]) → TypeError: areas: argument 1 (shapes)[0] must be an object with kind 'circle' or an object with kind 'square', got Object
// later(new Date(0), [5, 'a']) → [ 1970-01-01T00:00:00.005Z, 'A' ]
// listed(2) → { value: 1, next: { value: 0, next: null } }
// listed(3000) → RangeError: listed: the result is nested deeper than 2000 levels, or contains itself
// image = { width: 2, data: Uint8ClampedArray.of(0, 5), parts: new Map([['a', Float64Array.of(7)]]) } → { width: 2, data: Uint8ClampedArray(2) [ 0, 5 ], parts: Map(1) { 'a' => Float64Array(1) [ 7 ] } }
// (made = inverted(image), 0) → 0
// made.then((one) => one) → { width: 2, data: Uint8ClampedArray(2) [ 255, 250 ], parts: Map(3) { 'all' => Float64Array(2) [ 2, 0 ], 'last' => Float64Array(1) [ 0 ], 'given' => Float64Array(1) [ 7 ] } }
// made.then((one) => one.parts.get('all').buffer === one.parts.get('last').buffer) → true
// image.data → Uint8ClampedArray(2) [ 0, 5 ]
// texts(3) → [ '0 é', '1 €', '2 é' ]
// texts(5000).then((all) => [all.length, all[4999]]) → [ 5000, '4999 €' ]
// joined(5) → '31€0€2€4'
// joined(3000).then((text) => text.length) → 12390
// views([Uint8Array.of(1), Uint8Array.of(2)]) → [ Uint8Array(1) [ 2 ] ]
// views({ __proto__: Array.prototype }) → TypeError: views: argument 1 (all) must be an array, got Object
// views([Uint8Array.of(sync([new Uint8Array(1), new Uint8Array(2)])), Uint8Array.of(2)]) → [ Uint8Array(1) [ 2 ] ]
// inverted({ get width() { return sync([new Uint8Array(1)]); }, data: Uint8ClampedArray.of(1), get parts() { sync([]); return new Map(); } }).then(({ width, data }) => [width, data]) → [ 1, Uint8ClampedArray(1) [ 254 ] ]
