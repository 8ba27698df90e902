'use mixmod';
// Classes as JavaScript sees them: constructors, statics, what `new.target` is, and classes that derive from them.
export class Test {
  static readonly version: string = '1';
  static shared: number = 1;
  readonly first: number;
  writable: number = 2;
  constructor(first: number = 1) { this.first = first; }
  get accessor(): number { return this.writable * 10; }
  set accessor(value: number) { this.writable = value / 10; }
  echo(text: string): string { return text; }
  static staticEcho(text: string): string { return text; }
}
export class Derived extends Test {
  constructor() { super(5); }
  echo(text: string): string { return text + text; }
}
export abstract class Shape { abstract area(): number; describe(): string { return `area ${this.area()}`; } }
export class Square extends Shape { constructor(public side: number) { super(); } area(): number { return this.side ** 2; } }
// t = new Test(), [t.first, t.writable, t.accessor, t.echo('hi')] → [ 1, 2, 20, 'hi' ]
// (t.accessor = 50, t.writable) → 5
// Reflect.set(t, 'first', 3) → false
// [Test.version, Test.shared, Test.staticEcho('s')] → [ '1', 1, 's' ]
// Reflect.set(Test, 'version', '2') → false
// (Test.shared = 4, Test.shared) → 4
// [Test.name, Test.length, typeof Test] → [ 'Test', 0, 'function' ]
// (() => { try { Test(); } catch (error) { return error instanceof TypeError; } })() → true
// (() => { try { Test.call(t); } catch (error) { return error instanceof TypeError; } })() → true
// d = new Derived(), [d.first, d.echo('a'), d.accessor] → [ 5, 'aa', 20 ]
// [d instanceof Derived, d instanceof Test, Object.getPrototypeOf(Derived) === Test] → [ true, true, true ]
// Derived.staticEcho('x') → 'x'
// new Shape() → TypeError: new Shape: the class is abstract
// s = new Square(3), [s.area(), s.describe(), s instanceof Shape] → [ 9, 'area 9', true ]
// Mine = class extends Test { constructor(x) { super(x); this.own = x; } echo(text) { return '<' + super.echo(text) + '>'; } } → [class Mine extends Test]
// m = new Mine(7), [m.own, m.first, m.echo('b'), m instanceof Test] → [ 7, 7, '<b>', true ]
// new (class extends Square {})(2).describe() → 'area 4'
// new (class extends Shape {})() instanceof Shape → true
// r = Reflect.construct(Test, [3], Array), [r instanceof Array, Array.isArray(r), Object.getOwnPropertyDescriptor(Test.prototype, 'first').get.call(r)] → [ true, false, 3 ]
// Reflect.construct(Object, [], Test).echo('x') → TypeError: Test.echo: this must be a Test, got Object
// new Test(...[9]).first → 9
// Object.getOwnPropertyNames(Test).sort().join() → 'length,name,prototype,shared,staticEcho,version'
