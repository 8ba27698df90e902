'use mixmod';
import { offthread } from 'mixmod';
export class Point {
  x: number;
  constructor(x: number) { this.x = x; }
}
// error RTS3306: an object of a class, a function or a live value crosses to read, which runs on another thread
export const read = offthread((p: Point): number => p.x);
// error RTS3306: an object of a class, a function or a live value crosses to all, which runs on another thread
export const all = offthread((n: number): Point[] => []);
export const inner = offthread((n: number): number => [n].map((x) => new Point(x).x)[0]);
// error RTS3306: an object of a class, a function or a live value crosses to mapped, which runs on another thread
export const mapped = offthread((n: number, f: (x: number) => number): number => f(n));
// error RTS3306: an object of a class, a function or a live value crosses to made, which runs on another thread
export const made = offthread((n: number): (() => number)[] => [() => n]);
