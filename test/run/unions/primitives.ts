'use mixmod';
// Unions of numbers, strings, booleans, arrays, functions and records: tests, narrowing, equality, truth, text.
type Value = number | string | boolean;

function describe(x: Value): string {
  if (typeof x === 'number') return `number ${x + 1}`;
  if (typeof x === 'string') return `string ${x.length}`;
  return `boolean ${!x}`;
}
export function all(): string {
  const values: Value[] = [1.5, 'abc', true, -0, '', false, NaN];
  let text = '';
  for (const value of values) text += `${describe(value)}/${typeof value}/${value ? 't' : 'f'}/${value};`;
  return text;
}
// all() → 'number 2.5/number/t/1.5;string 3/string/t/abc;boolean false/boolean/t/true;number 1/number/f/0;string 0/string/f/;boolean true/boolean/f/false;number NaN/number/f/NaN;'

const pick = (n: number): Value => (n === 0 ? 'zero' : n < 0 ? n : n > 10);
export function equal(a: number, b: number): boolean {
  return pick(a) === pick(b);
}
// equal(0, 0) → true
// equal(0, -1) → false
// equal(-1, -1) → true
// equal(-1, -2) → false
// equal(NaN, NaN) → true
// equal(1, 2) → true
// equal(1, 20) → false
export const isNotANumber = (): boolean => {
  const x: Value = pick(-5) === -5 ? NaN : 'x';
  const y: Value = x;
  return x === y;
};
// isNotANumber() → false

export function literals(n: number): string {
  const x = pick(n);
  switch (x) {
    case 'zero':
      return 'text';
    case -1:
    case -2:
      return `small ${x * 2}`;
    case true:
      return 'large';
  }
  return x === false ? 'false' : `other ${x}`;
}
// literals(0) → 'text'
// literals(-1) → 'small -2'
// literals(-2) → 'small -4'
// literals(-3) → 'other -3'
// literals(5) → 'false'
// literals(50) → 'large'

function orNull(n: number): Value | null | undefined {
  if (n === 0) return null;
  if (n === 1) return undefined;
  return n === 2 ? 'two' : n;
}
export function nullables(n: number): string {
  const x = orNull(n);
  if (x === null) return 'null';
  if (x === undefined) return 'undefined';
  return typeof x === 'string' ? x.toUpperCase() : `${x}`;
}
// nullables(0) → 'null'
// nullables(1) → 'undefined'
// nullables(2) → 'TWO'
// nullables(3) → '3'
export function halves(n: number): string {
  const x = orNull(n);
  if (typeof x === 'string' || typeof x === 'boolean') return 'text';
  const y: number | null | undefined = x;
  return `${y ?? 'none'} ${x == null} ${typeof x === 'object'}`;
}
// halves(0) → 'none true true'
// halves(1) → 'none true false'
// halves(2) → 'text'
// halves(3) → '3 false false'

type Tree = number | Tree[];
function sum(tree: Tree): number {
  if (typeof tree === 'number') return tree;
  let total = 0;
  for (const one of tree) total += sum(one);
  return total;
}
export function tree(n: number): number {
  return sum([1, [2, [n, 4]], [[5]]]);
}
// tree(3) → 15

type Json = null | boolean | number | string | Json[] | Map<string, Json>;
function print(json: Json): string {
  if (json === null) return 'null';
  if (typeof json === 'string') return `"${json}"`;
  if (typeof json === 'number' || typeof json === 'boolean') return `${json}`;
  if (Array.isArray(json)) return `[${json.map((one) => print(one)).join(',')}]`;
  let text = '';
  json.forEach((value, key) => {
    text += `${text === '' ? '' : ','}"${key}":${print(value)}`;
  });
  return `{${text}}`;
}
export function json(): string {
  const map = new Map<string, Json>();
  map.set('a', 1);
  map.set('b', [true, null, 'x', [2]]);
  return print([map, null, 'end']);
}
// json() → '[{"a":1,"b":[true,null,"x",[2]]},null,"end"]'

type Lazy = number | (() => number);
const force = (x: Lazy): number => (typeof x === 'function' ? x() : x);
export function lazy(n: number): number {
  return force(n) + force(() => n * 10);
}
// lazy(2) → 22

interface Named {
  name: string;
}
const nameOf = (x: string | Named): string => (typeof x === 'string' ? x : x.name);
export const names = (): string => nameOf('a') + nameOf({ name: 'b' });
// names() → 'ab'

class Cell {
  value: string | number = 0;
  describe(): string {
    if (typeof this.value === 'string') return this.value.toUpperCase();
    return `${this.value + 1}`;
  }
}
export function fields(): string {
  const cell = new Cell();
  const before = cell.describe();
  cell.value = 'text';
  return before + cell.describe();
}
// fields() → '1TEXT'

export function assertions(n: number): string {
  const x: Value = pick(n);
  return (x as string) + '!';
}
// assertions(0) → 'zero!'
// assertions(1) → TypeError: the value is no string

export function inferred(n: number): string {
  const x = n > 0 ? n : 'none';
  const list = [1, 'two', n];
  return `${x} ${list.length} ${typeof list[2]} ${list[1] === 'two'}`;
}
// inferred(0) → 'none 3 number true'
