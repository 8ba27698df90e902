// JSON.stringify and console.log of unions: each member as what it is.
'use mixmod';
interface Circle {
  kind: 'circle';
  radius: number;
}
interface Square {
  kind: 'square';
  side: number;
  note?: string;
}
type Shape = Circle | Square;
type Value = number | string | boolean | number[] | null;
function shape(n: number): Shape {
  return n % 2 === 0 ? { kind: 'circle', radius: n } : { kind: 'square', side: n };
}
function value(n: number): Value {
  if (n === 0) return null;
  if (n === 1) return 'a"b';
  if (n === 2) return true;
  return n === 3 ? [1, 2] : -0 * n;
}
export function shapes(count: number): string {
  const all: Shape[] = [];
  for (let i = 0; i < count; i++) all.push(shape(i));
  return JSON.stringify(all) + JSON.stringify({ first: all[0] }, null, 2);
}
export function values(): string {
  const all: Value[] = [];
  for (let i = 0; i < 5; i++) all.push(value(i));
  const optional: { x: string | number | undefined; y: Value } = { x: undefined, y: value(3) };
  return JSON.stringify(all) + JSON.stringify(optional) + JSON.stringify(value(1)) + JSON.stringify(Object.values({ a: 1, b: 'x' }));
}
export function shown(flag: boolean): string {
  const either: number | string = flag ? 'text' : -0;
  const maybe: number | string | null = flag ? null : 'x';
  console.log(either, maybe);
  console.log('%s %d', either, maybe);
  return `${either}`;
}
// shapes(1) → '[{"kind":"circle","radius":0}]{\n  "first": {\n    "kind": "circle",\n    "radius": 0\n  }\n}'
// shapes(3) → '[{"kind":"circle","radius":0},{"kind":"square","side":1},{"kind":"circle","radius":2}]{\n  "first": {\n    "kind": "circle",\n    "radius": 0\n  }\n}'
// values() → '[null,"a\\"b",true,[1,2],0]{"y":[1,2]}"a\\"b"[1,"x"]'
// shown(true) → 'text'
// shown(false) → '0'
