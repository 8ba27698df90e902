'use mixmod';
import { offthread } from 'mixmod';
export class Point {
  x: number;
  constructor(x: number) { this.x = x; }
}
// error RTS3306: an object of a class crosses to read, which runs on another thread
export const read = offthread((p: Point): number => p.x);
// error RTS3306: an object of a class crosses to all, which runs on another thread
export const all = offthread((n: number): Point[] => []);
export const inner = offthread((n: number): number => new Point(n).x);
export const mapped = offthread((n: number, f: (x: number) => number): number => f(n));
export const made = offthread((n: number): (() => number)[] => [() => n]);
