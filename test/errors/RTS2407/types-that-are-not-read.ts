'use mixmod';
import type { i64 } from 'mixmod';
class Box {
  x = 1;
}
interface Entry {
  name: string;
  counts: Map<string, number>;
}
export function f(text: string): number {
  const a = JSON.parse(text) as Box; // error RTS2407: Box cannot be read from JSON
  const b: Entry = JSON.parse(text); // error RTS2407: Map<string, f64> cannot be read from JSON
  const c: i64 = JSON.parse(text); // error RTS2407: i64 cannot be read from JSON
  // error RTS2407: () => number cannot be read from JSON
  const d = JSON.parse(text) as (() => number)[];
  return a.x + b.name.length + Number(c) + d.length;
}
