'use mixmod';
// Fields, parameters and results that always hold integers, and those that only seem to.

class Counter {
  up = 0;
  down = 0;
  halves = 0;
  zero = 0;
  wide = 0;

  step(by: number): void {
    this.up++;
    this.down--;
    this.halves += 0.5;
    this.zero = -this.zero;
    this.wide += by;
  }
}

class Named extends Counter {
  readonly label: number;
  last = -1;

  constructor(label: number) {
    super();
    this.label = label;
  }

  override step(by: number): void {
    super.step(by);
    this.last = this.up;
  }
}

function depth(n: number, from: number): number {
  if (n === from) return 0;
  return depth(n - 1, from) + 1;
}

class Tally {
  private readonly counts: number[] = [0, 0, 0];
  private next = 0;

  add(): number {
    this.counts[this.next]++;
    this.next++;
    if (this.next === this.counts.length) this.next = 0;
    return this.counts[this.next];
  }

  private at(index: number): number {
    return this.counts[index];
  }

  sum(): number {
    let total = 0;
    for (let i = 0; i < this.counts.length; i++) total += this.at(i);
    return total;
  }
}

export function steps(count: number, by: number, which: number): number {
  const counter = new Counter();
  for (let i = 0; i < count; i++) counter.step(by);
  switch (which) {
    case 0:
      return counter.up;
    case 1:
      return counter.down;
    case 2:
      return counter.halves;
    case 3:
      return 1 / counter.zero;
    default:
      return counter.wide;
  }
}

export function named(label: number, count: number): number {
  const counters: Counter[] = [new Named(label), new Counter()];
  for (let i = 0; i < count; i++) counters[i % 2].step(label);
  const [first] = counters;
  return first instanceof Named ? first.last * 1000 + first.label : 0;
}

export function depths(n: number): number {
  return depth(n, 0) + depth(7, 3);
}

export function tally(count: number): number {
  const counts = new Tally();
  let last = 0;
  for (let i = 0; i < count; i++) last = counts.add();
  return counts.sum() * 100 + last;
}

// steps(3, 1, 0) → 3
// steps(3, 1, 1) → -3
// steps(3, 1, 2) → 1.5
// steps(3, 1, 3) → -Infinity
// steps(2, 1, 3) → Infinity
// steps(2, 1e300, 4) → 2e+300
// steps(4, NaN, 4) → NaN
// named(0.5, 5) → 3000.5
// named(-0, 2) → 1000
// depths(12) → 16
// tally(10) → 1003
