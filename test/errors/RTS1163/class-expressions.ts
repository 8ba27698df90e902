'use mixmod';
const Point = class { x = 1; }; // error RTS1163: a class expression is not part of RTypeScript
export function f(): number {
  return new Point().x;
}
