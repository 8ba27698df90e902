'use mixmod';
// What derives from what, on both sides; classes that are not exported are seen as the nearest base that is.
import { f32 } from 'mixmod';
export abstract class Shape {
  name: string;
  constructor(name: string) { this.name = name; }
  abstract area(): number;
  describe(): string { return `${this.name} of ${this.area()}`; }
}
class Named extends Shape {
  label = 'label';
  area(): number { return 0; }
  tag(): string { return this.label + this.name; }
}
export class Square extends Named {
  side: number;
  constructor(side: number) { super('square'); this.side = side; }
  override area(): number { return this.side * this.side; }
}
export class Cube extends Square {
  get depth(): number { return this.side; }
  override area(): number { return 6 * super.area(); }
}
class Secret extends Shape { area(): number { return -1; } }
export class Plain { x: f32 = 0.1; }
export function make(kind: string): Shape {
  if (kind === 'cube') return new Cube(2);
  if (kind === 'square') return new Square(3);
  return new Secret('secret');
}
export function areas(all: readonly Shape[]): number[] { return all.map((one) => one.area()); }
export function sides(all: (Square | number)[]): number[] { return all.map((one) => typeof one === 'number' ? one : one.side); }
export function either(one: Square | Plain | { kind: string }): string {
  if (one instanceof Square) return 'square ' + one.side;
  return one instanceof Plain ? 'plain ' + one.x : 'record ' + one.kind;
}
export function squares(): Map<string, Square> { return new Map([['a', new Square(1)]]); }
// new Shape('a') → TypeError: new Shape: the class is abstract
// s = new Square(4), [s.describe(), s.tag(), s.label, s.name, s instanceof Shape] → [ 'square of 16', 'labelsquare', 'label', 'square', true ]
// c = make('cube'), [c instanceof Cube, c instanceof Square, c.depth, c.area(), c.describe()] → [ true, true, 2, 24, 'square of 24' ]
// [make('square').constructor.name, make('square').side] → [ 'Square', 3 ]
// x = make('?'), [x.constructor.name, x.describe()] → [ 'Shape', 'secret of -1' ]
// areas([s, c, x]) → [ 16, 24, -1 ]
// areas([s, new Plain()]) → TypeError: areas: argument 1 (all)[1] must be a Shape, got Object
// sides([s, 5, c]) → [ 4, 5, 2 ]
// sides([s, 'x']) → TypeError: sides: argument 1 (all)[1] must be a number or a Square, got string
// [either(c), either(new Plain()), either({ kind: 'k' })] → [ 'square 2', 'plain 0.10000000149011612', 'record k' ]
// squares().get('a').side → 1
// Object.getPrototypeOf(Cube) === Square && Object.getPrototypeOf(Square) === Shape → true
// Object.getPrototypeOf(Cube.prototype) === Square.prototype → true
// Shape.prototype.describe.call(c) → 'square of 24'
// Square.prototype.tag.call(x) → TypeError: Square.tag: this must be a Square, got Object
// Square.prototype.area.call(Object.create(Square.prototype)) → TypeError: Square.area: this must be a Square, got Object
// Object.getOwnPropertyDescriptor(Plain.prototype, 'x').get.call(s) → TypeError: Plain.x: this must be a Plain, got Object
// new Square() → TypeError: new Square: argument 1 (side) must be a number, got undefined
// new (class extends Square { get twice() { return this.side * 2; } })(5).twice → 10
// d = new (class extends Cube { constructor() { super(1); this.own = 3; } })(), [d.area(), d.own, areas([d])] → [ 6, 3, [ 6 ] ]
// [Square.length, Square.name, Square.prototype.tag.name, Square.prototype.tag.length] → [ 1, 'Square', 'tag', 0 ]
// (() => { try { Square(1); } catch (error) { return error instanceof TypeError; } })() → true
// Reflect.construct(Square, [2], Plain).side → undefined
// Square.prototype.area.call(Reflect.construct(Square, [2], Plain)) → 4
