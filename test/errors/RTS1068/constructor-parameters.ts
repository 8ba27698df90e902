'use mixmod';
class Point {
  // error RTS1068: a parameter has no modifiers
  // error RTS1068: a parameter has no modifiers
  constructor(private x: number, public readonly y: number) {}
  sum(): number { return this.x + this.y; }
}
export function f(): number { return new Point(1, 2).sum(); }
