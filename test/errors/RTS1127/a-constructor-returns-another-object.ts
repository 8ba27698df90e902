'use mixmod';
class Point {
  x = 1;
  constructor(other: Point | null) {
    if (other !== null) return other; // error RTS1127: a constructor returns a value
  }
}
export function f(): number {
  return new Point(new Point(null)).x;
}
