'use mixmod';
import Point, { origin } from './lib/point.ts';
import wrap from './lib/anonymous.ts';
import squares from './lib/value.ts';
import area, { wrap as again, shape } from './lib/all.ts';
import * as all from './lib/all.ts';

export function f(): string {
  const p = new Point(3, 4);
  shape.setFactor(3);
  const areas = [area(2, 3), all.shape.scaled(1), all.default(1, 2)];
  return `${p.length + origin.length} ${wrap('a')}${again('b')} ${squares.join()} ${areas.join()}`;
}
export default function main(n: number): number {
  return n <= 0 ? 0 : n + main(n - 1);
}
export { main as sum };
// f() → '5 <a><b> 1,4,9 18,3,6'
// sum(4) → 10
