'use mixmod';
class Counter {
  readonly add: (by: number) => number;
  constructor(start: number) {
    let value = start;
    this.add = (by) => {
      value += by;
      return value;
    };
  }
}
export function count(n: number): number {
  const [a, b] = [new Counter(0), new Counter(100)];
  for (let i = 0; i < n; i++) a.add(b.add(1));
  return a.add(0);
}
// count(3) → 306
