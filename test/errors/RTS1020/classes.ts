'use mixmod';
export function f(): number {
  // error RTS1020: a class inside of a function or expression is not part of RTypeScript
  class Point { x = 1; }
  // error RTS1020: a class inside of a function or expression is not part of RTypeScript
  const Other = class { y = 2; };
  return new Point().x + new Other().y;
}
