'use mixmod';
class Point {
  x: number;
  y: number;
  moves = 0;
  constructor(x: number, y: number) {
    this.x = x;
    this.y = y;
  }
  move(dx: number, dy: number = dx): this {
    this.x += dx;
    this.y += dy;
    this.moves++;
    return this;
  }
  distance(other: Point): number {
    return Math.hypot(this.x - other.x, this.y - other.y);
  }
  inferred() {
    return this.moves * 2 + this.distance(this);
  }
}
export function distance(a: number, b: number): number {
  const p = new Point(a, b);
  return p.move(1).move(2, 3).distance(new Point(0, 0));
}
export function moves(n: number): number {
  const p = new Point(0, 0);
  for (let i = 0; i < n; i++) p.move(i);
  return p.moves * 1000 + p.x + p.inferred();
}
export function same(): boolean {
  const p = new Point(1, 2);
  const q = p;
  return p === q && p !== new Point(1, 2);
}
// distance(0, 0) → 5
// moves(10) → 10065
// same() → true
