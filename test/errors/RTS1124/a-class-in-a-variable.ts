'use mixmod';
class Point {
  x = 1;
}
export function f(): number {
  const C = Point; // error RTS1124: the class Point is used as a value
  return new C().x;
}
