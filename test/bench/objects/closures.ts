'use mixmod';
// Closures: arrays that are mapped, filtered and reduced, functions that make functions, state that is shared.

/** Squares of odd numbers, summed. */
export function pipeline(n: number): number {
  const numbers = new Array<number>(n).fill(1).map((one, index) => one + index);
  return numbers
    .filter((value) => value % 2 === 1)
    .map((value) => value * value)
    .reduce((sum, value) => sum + value, 0);
}

function compose<A, B, C>(f: (a: A) => B, g: (b: B) => C): (a: A) => C {
  return (a) => g(f(a));
}

const adder = (by: number) => (value: number) => value + by;

/** Functions that are known only when they run. */
export function composed(n: number): number {
  const steps: ((value: number) => number)[] = [adder(1), adder(-3), (value) => value * 2];
  steps.push(compose(adder(5), (value) => value / 2));
  let value = 1;
  for (let i = 0; i < n; i++) value = steps[i % steps.length](value) % 1000;
  return value;
}

abstract class Counter {
  abstract increment(): void;
  abstract count(): number;
}

class SharedCounter extends Counter {
  private readonly add: () => void;
  private readonly read: () => number;

  constructor() {
    super();
    let value = 0;
    this.add = () => {
      value++;
    };
    this.read = () => value;
  }

  increment(): void {
    this.add();
  }

  count(): number {
    return this.read();
  }
}

/** A variable that two closures have in common; each counter has its own. */
export function counters(n: number): number {
  const all: Counter[] = [];
  for (let i = 0; i < 10; i++) all.push(new SharedCounter());
  for (let i = 0; i < n; i++) all[(i * i) % 10].increment();
  return all.reduce((sum, counter, index) => sum + counter.count() * (index + 1), 0);
}

/** A closure for each turn of a loop captures the variables of its turn. */
export function perIteration(n: number): number {
  const thunks: (() => number)[] = [];
  for (let i = 0; i < n; i++) {
    const square = i * i;
    thunks.push(() => square - i);
  }
  return thunks.reduce((sum, thunk) => sum + thunk(), 0);
}

export function run(n: number): number {
  return pipeline(n) + composed(n) + counters(n) + perIteration(n);
}
