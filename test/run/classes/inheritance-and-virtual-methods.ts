'use mixmod';
abstract class Shape {
  readonly name: number;
  static made = 0;
  constructor(name: number) {
    this.name = name;
    Shape.made++;
  }
  abstract area(): number;
  describe(): number {
    return this.area() * 10 + this.name;
  }
  twice(): number {
    return 2 * this.area();
  }
}
class Rectangle extends Shape {
  w: number;
  h: number;
  tag = 7;
  constructor(w: number, h: number) {
    super(9);
    this.w = w;
    this.h = h;
  }
  area(): number {
    return this.w * this.h;
  }
}
class Square extends Rectangle {
  constructor(s: number) {
    super(s, s);
  }
  override twice(): number {
    return super.twice() + 0.5;
  }
}
class Named extends Square {
  extra = this.tag + this.w;
}
function pick(kind: number): Shape {
  if (kind === 0) return new Rectangle(2, 3);
  if (kind === 1) return new Square(4);
  return new Named(5);
}
export function describe(kind: number): number { return pick(kind).describe(); }
export function twice(kind: number): number { return pick(kind).twice(); }
export function extra(): number { return new Named(3).extra; }
export function made(): number { const before = Shape.made; pick(0); pick(1); return Shape.made - before; }
// describe(0) → 69
// describe(1) → 169
// describe(2) → 259
// twice(0) → 12
// twice(1) → 32.5
// twice(2) → 50.5
// extra() → 10
// made() → 2
