'use mixmod';
// Classes of JavaScript extend exported ones, and compiled code calls what they have in the place of abstract and `@virtual` members.
interface Named { title(prefix: string): string }
export abstract class Shape {
  name: string;
  readonly log: string;
  constructor(name: string, ...more: string[]) {
    this.name = name + more.join('');
    this.log = 'made ' + this.area();
  }
  abstract area(): number;
  protected abstract scale(by: number, ...more: number[]): void;
  /** @virtual */
  describe(): string { return `${this.name} of ${this.area()}`; }
  /** @virtual */
  get size(): number { return 1; }
  /** @virtual */
  set size(value: number) { this.name += value; }
  grow(): Shape { this.scale(2, 3, 4); return this; }
  called(): string { return this.name; }
  uncalled(): string { return 'Shape'; }
}
export class Square extends Shape implements Named {
  side: number;
  constructor(side = 1) { super('square'); this.side = side; }
  area(): number { return this.side * this.side; }
  protected scale(by: number, ...more: number[]): void { this.side *= by + more.length; }
  /** @virtual */
  title(prefix: string): string { return prefix + this.side; }
}
class Secret extends Square { override title(): string { return 'secret'; } override describe(): string { return 'hidden'; } }
export function total(all: Shape[]): number { return all.reduce((sum, one) => sum + one.area() * one.size, 0); }
export function tell(one: Shape): string { return one.describe() + ', ' + one.called(); }
export function setSize(one: Shape, size: number): string { one.size = size; return one.name; }
export function title(one: Square): string { const named: Named = one; return named.title('t'); }
export function secret(): Square { return new Secret(2); }
export function each(one: Shape, f: (one: Shape) => number): number { return f(one) + one.area(); }
const kept: Shape[] = [];
export function keep(one: Shape): void { kept.push(one); }
export function last(): Shape { return kept[kept.length - 1]; }
export function caught(one: Shape): string { try { return 'area ' + one.area(); } catch (error) { return error instanceof Error ? `${error.name}: ${error.message}` : '?'; } }
// globalThis.Circle = class Circle extends Shape { constructor(r) { super('circle', '!', '?'); this.r = r; } area() { return 3 * (this.r ?? 7) ** 2; } scale(by, ...more) { this.r = [by, ...more].join(); } }, 0 → 0
// c = new Circle(2), [c.log, c.name, c.area(), c.describe(), tell(c), total([c, new Square(3)])] → [ 'made 147', 'circle!?', 12, 'circle!? of 12', 'circle!? of 12, circle!?', 21 ]
// [c.grow() === c, c.r, c instanceof Shape, c.constructor.name, c.uncalled()] → [ true, '2,3,4', true, 'Circle', 'Shape' ]
// globalThis.Deep = class Deep extends Circle { describe() { return 'deep ' + super.describe(); } get size() { return 2 * super.size; } set size(value) { super.size = value + 1; } uncalled() { return 'Deep'; } }, 0 → 0
// d = new Deep(1), [d.describe(), tell(d), total([d]), d.size, setSize(d, 4), setSize(c, 4), d.uncalled()] → [ 'deep circle!? of 3', 'deep circle!? of 3, circle!?', 6, 2, 'circle!?5', 'circle!?4', 'Deep' ]
// keep(new Deep(3)), [last() instanceof Deep, last() === last(), last().area()] → [ true, true, 27 ]
// globalThis.Cube = class Cube extends Square { area() { return 6 * super.area(); } title(prefix) { return prefix + 'cube' + super.title('/'); } }, 0 → 0
// q = new Cube(2), [q.area(), total([q, new Square(1)]), title(q), title(new Square(5)), title(secret()), q.title(''), q.grow().side] → [ 24, 25, 'tcube/2', 't5', 'secret', 'cube/2', 8 ]
// [new Cube().side, secret().title('x'), secret().describe(), Square.prototype.title.call(secret(), 'x'), Shape.prototype.describe.call(q)] → [ 1, 'secret', 'hidden', 'secret', 'square of 384' ]
// each(new (class extends Circle { area() { return this.inner ? 1 : (this.inner = true, 10 + each(this, (same) => same === this ? 100 : 0)); } })(1), () => 1000) → 1001
// new (class Bad extends Shape { called() { return ''; } })('x') → TypeError: new Bad: compiled code calls Shape.called, whatever Bad has in its place: declare it /** @virtual */ in Shape
// new (class Bad extends Circle { get called() { return ''; } })('x') → TypeError: new Bad: compiled code calls Shape.called, whatever Bad has in its place: declare it /** @virtual */ in Shape
// new (class Empty extends Shape { })('x') → TypeError: Shape.area: the member is abstract, and the object's class has none
// new (class Wrong extends Shape { area() { return 'x'; } })('x') → TypeError: Shape.area: the result must be a number, got string
// new (class Wrong extends Shape { get area() { return 1; } })('x') → TypeError: self.area is not a function
// e = new RangeError('mine'), (() => { try { new (class extends Shape { area() { throw e; } })('x'); } catch (thrown) { return thrown === e; } })() → true
// caught(new (class extends Cube { area() { throw new SyntaxError('bad'); } })()) → SyntaxError: bad
// new (class extends Shape { constructor() { super(5); } area() { return 1; } })() → TypeError: new Shape: argument 1 (name) must be a string, got number
// new Shape('x') → TypeError: new Shape: the class is abstract
// Shape.prototype.area.call(c) → TypeError: Shape.area: the member is abstract, and the object's class has none
// [Shape.length, Square.length, Object.getOwnPropertyNames(Shape.prototype).sort().join()] → [ 1, 0, 'area,called,constructor,describe,grow,log,name,scale,size,uncalled' ]
// Reflect.construct(Square, [2], class { }) → TypeError: self.area is not a function
