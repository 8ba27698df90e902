'use mixmod';
class Counter { n = 0; }
// error RTS2012: the parameter callback of the exported function f is of type (Counter) => number, which holds Counter
export function f(callback: (x: Counter) => number): number {
  return callback(new Counter());
}
// error RTS2012: the result of the exported function g is of type () => Counter, which holds Counter
export function g(): () => Counter {
  return () => new Counter();
}
export const h: () => number = () => 2;
export const table: (() => number) | null = null;
// error RTS2012: the value of the exported constant held is of type (() => Counter) | null, which holds Counter
export const held: (() => Counter) | null = null;
