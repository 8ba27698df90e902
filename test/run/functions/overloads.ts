'use mixmod';
// Overloads of functions, methods and constructors: the call is checked against what TypeScript has chosen.
function double(value: number): number;
function double(value: string): string;
function double(value: number | string): number | string {
  return typeof value === 'number' ? value * 2 : value + value;
}
export const doubled = (n: number): string => `${double(n) + 1} ${double('ab').length}`;
// doubled(4) → '9 4'

function find(name: string): string | null;
function find(name: string, fallback: string): string;
function find(name: string, fallback?: string): string | null {
  return name === 'a' ? 'found' : (fallback ?? null);
}
export const finds = (name: string): string => `${find(name)} ${find(name, 'none').length}`;
// finds('a') → 'found 5'
// finds('b') → 'null 4'

function lies(wanted: 'number'): number;
function lies(wanted: 'text'): string;
function lies(wanted: string): number | string {
  return wanted === 'text' ? 5 : 'five';
}
export const lied = (): number => lies('number') + 1;
// lied() → TypeError: the value is no number

class Box {
  readonly items: number[];
  constructor();
  constructor(...items: number[]);
  constructor(...items: number[]) {
    this.items = items;
  }
  get(index: number): number;
  get(name: string): boolean;
  get(key: number | string): number | boolean {
    return typeof key === 'number' ? this.items[key] : this.items.length > 0;
  }
}
export function boxes(): string {
  const box = new Box(5, 6);
  return `${box.get(1) + 1} ${!box.get('any')} ${new Box().get('any')}`;
}
// boxes() → '7 false false'
export function inner(n: number): string {
  function twice(x: number): number;
  function twice(x: string): string;
  function twice(x: number | string): number | string {
    return typeof x === 'number' ? x * n : x + x;
  }
  return twice('x') + `${twice(3)}`;
}
// inner(4) → 'xx12'
