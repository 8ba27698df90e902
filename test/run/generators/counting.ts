'use mixmod';

function* count(from: number, to: number): Generator<number> {
  for (let i = from; i < to; i++) yield i;
}

export function sum(n: number): number {
  let total = 0;
  for (const x of count(0, n)) total += x;
  return total;
}
export function next(): string {
  const g = count(3, 5);
  const a = g.next();
  const b = g.next();
  const c = g.next();
  const d = g.next();
  return `${a.value} ${a.done} ${b.value} ${b.done} ${c.value} ${c.done} ${d.value} ${d.done}`;
}
// sum(10) → 45
// sum(0) → 0
// next() → '3 false 4 false undefined true undefined true'
