'use mixmod';
import { offthread } from 'mixmod';
export class Point {
  x: number;
  constructor(x: number) { this.x = x; }
}
export const read = offthread((p: Point): number => p.x);
export const all = offthread((n: number): Point[] => []);
export const inner = offthread((n: number): number => new Point(n).x);
