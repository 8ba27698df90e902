'use mixmod';
export class Point { // error RTS1126: the class Point is exported to JavaScript
  x = 1;
}
export function f(): number {
  return new Point().x;
}
