'use mixmod';
import { i32 } from 'mixmod';
interface Named { readonly name: string }
interface Shape extends Named {
  scale: number;
  area(): number;
  grow(by: number, more?: number): this;
}
interface Comparable<T> { compareTo(other: T): number }
class Circle implements Shape {
  readonly name = 'circle';
  scale = 1;
  r: number;
  constructor(r: number) { this.r = r; }
  area(): number { return 3 * this.r * this.r * this.scale; }
  grow(by: number, more = 1): this { this.r += by * more; return this; }
}
class Square implements Shape, Comparable<Square> {
  scale = 2;
  #side: i32;
  constructor(side: i32) { this.#side = side; }
  get name(): string { return 'square' + this.#side; }
  area(): number { return this.#side * this.#side * this.scale; }
  grow(by: number): this { this.#side += i32(by); return this; }
  compareTo(other: Square): number { return this.#side - other.#side; }
}
class BigSquare extends Square {
  override area(): number { return super.area() + 1000; }
}
class Version implements Comparable<Version> {
  n: i32;
  constructor(n: i32) { this.n = n; }
  compareTo(other: Version): i32 { return this.n - other.n; }
}
function make(kind: number): Shape {
  if (kind === 0) return new Circle(2);
  return kind === 1 ? new Square(3) : new BigSquare(4);
}
function describe(shape: Shape): string {
  return `${shape.name}:${shape.area()}`;
}
export function all(): string {
  const shapes: Shape[] = [make(0), make(1), make(2)];
  let text = '';
  for (const shape of shapes) {
    shape.scale += 1;
    text += describe(shape.grow(1, 2)) + ' ';
  }
  return text;
}
export function names(): string {
  const named: Named[] = [new Circle(1), new Square(2)];
  return named.map((one) => one.name).join();
}
export function classOf(kind: number): string {
  const shape = make(kind);
  if (shape instanceof Circle) return `circle of ${shape.r}`;
  if (shape instanceof BigSquare) return 'big';
  return shape.name;
}
export function cast(kind: number): number { return (make(kind) as Circle).r; }
function find(kind: number): Shape | null { return kind < 0 ? null : make(kind); }
export function maybe(kind: number): number { return find(kind)?.area() ?? -1; }
export function same(): boolean {
  const one: Shape = new Circle(1);
  const other: Named = one;
  return one === other && other !== make(1);
}
function greatest<T extends Comparable<T>>(items: T[]): T {
  let found = items[0];
  for (const item of items) if (item.compareTo(found) > 0) found = item;
  return found;
}
export function greatestOf(): number {
  const version = greatest([new Version(3), new Version(7), new Version(5)]);
  return version.n + greatest([new Square(2), new Square(9)]).area();
}
function order(a: Comparable<Version>, b: Version): number { return a.compareTo(b); }
export function ordered(): number { return order(new Version(9), new Version(4)); }
export function inMap(): string {
  const map = new Map<string, Shape>();
  for (let i = 0; i < 3; i++) {
    const shape = make(i);
    map.set(shape.name, shape);
  }
  let text = '';
  for (const [name, shape] of map) text += `${name}=${shape.area()};`;
  return text;
}
// all() → 'circle:96 square4:48 square5:1075 '
// names() → 'circle,square2'
// classOf(0) → 'circle of 2'
// classOf(1) → 'square3'
// classOf(2) → 'big'
// cast(0) → 2
// cast(1) → TypeError: the object is no Circle
// maybe(-1) → -1
// maybe(1) → 18
// same() → true
// greatestOf() → 169
// ordered() → 5
// inMap() → 'circle=12;square3=18;square4=1032;'
