'use mixmod';
class Counter {
  static count = 0;
  static readonly step = 2;
  static {
    this.count = this.step * 5;
  }
  static next(): number {
    this.count += this.step;
    return this.double(this.count);
  }
  static double(n: number): number {
    return n * 2;
  }
  static later(): () => number {
    return () => this.next();
  }
}
export function f(): number {
  return Counter.next() + Counter.later()();
}
// f() → 52
