'use mixmod';
// Type predicates and assertion functions: what they say is believed, and looked at again where a value is used.
interface Circle {
  kind: 'circle';
  radius: number;
}
interface Square {
  kind: 'square';
  side: number;
}
type Shape = Circle | Square;
const make = (n: number): Shape =>
  n > 0 ? { kind: 'circle', radius: n } : { kind: 'square', side: -n };

function isCircle(shape: Shape): shape is Circle {
  return shape.kind === 'circle';
}
const lies = (shape: Shape): shape is Square => shape.kind === 'circle';
function assertSquare(shape: Shape): asserts shape is Square {
  if (shape.kind !== 'square') throw new RangeError('no square');
}
function assert(condition: boolean, text: string): asserts condition {
  if (!condition) throw new TypeError(text);
}
const isText = (x: string | number | null): x is string => typeof x === 'string';

export function area(n: number): number {
  const shape = make(n);
  return isCircle(shape) ? shape.radius * 3 : shape.side ** 2;
}
// area(2) → 6
// area(-2) → 4
export function lied(n: number): number {
  const shape = make(n);
  return lies(shape) ? shape.side : 0;
}
// lied(2) → TypeError: the object is no { kind: "square"; side: number }
// lied(-2) → 0
export function asserted(n: number): number {
  const shape = make(n);
  assertSquare(shape);
  return shape.side;
}
// asserted(-3) → 3
// asserted(3) → RangeError: no square
export function conditions(n: number): number {
  const shape = make(n);
  assert(shape.kind === 'circle', 'no circle');
  return shape.radius;
}
// conditions(3) → 3
// conditions(-3) → TypeError: no circle
export function text(n: number): string {
  const x = n === 0 ? null : n > 0 ? 'text' : n;
  return isText(x) ? x.toUpperCase() : x === null ? 'null' : `${x + 1}`;
}
// text(0) → 'null'
// text(1) → 'TEXT'
// text(-1) → '0'

class Cat {
  meow(): string {
    return 'meow';
  }
}
class Dog {
  bark(): string {
    return 'woof';
  }
}
type Animal = Cat | Dog;
const isCat = (animal: Animal): animal is Cat => animal instanceof Cat;
export function animals(n: number): string {
  const animal: Animal = n > 0 ? new Cat() : new Dog();
  return isCat(animal) ? animal.meow() : animal.bark();
}
// animals(1) → 'meow'
// animals(0) → 'woof'
