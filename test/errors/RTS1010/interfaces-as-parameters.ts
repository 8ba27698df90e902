'use mixmod';
interface Point { x: number; y: number }
// error RTS1010: the object type Point is not part of RTypeScript
export function f(point: Point): void {}
