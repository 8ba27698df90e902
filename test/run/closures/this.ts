'use mixmod';
class Counter {
  count = 0;
  step: number;
  readonly onTick: () => void;
  constructor(step: number) {
    this.step = step;
    this.onTick = () => {
      this.count += this.step;
    };
  }
  adder(): (n: number) => number {
    return (n) => {
      const inner = () => this.count + n;
      this.count = inner();
      return this.count;
    };
  }
  twice(f: (n: number) => void): void {
    f(this.count);
    f(this.count + 1);
  }
  total(): number {
    let sum = 0;
    this.twice((n) => {
      sum += n * this.step;
    });
    return sum;
  }
}
export function run(): number {
  const c = new Counter(5);
  c.onTick();
  c.onTick();
  const add = c.adder();
  add(1);
  return add(2) * 1000 + c.total();
}
function apply<T, U>(x: T, f: (x: T) => U): U {
  return f(x);
}
export function overInstances(): number {
  return apply(new Counter(3), (c) => apply(c.adder(), (add) => add(4) + c.step));
}
// run() → 13135
// overInstances() → 7
