'use mixmod';
export function f(n: number): number {
  // error RTS1020: a class inside of a function uses n of it
  class Point { x = n; }
  // error RTS1020: a class inside of a function uses a static member of it
  class Counter { static count = 0; }
  // error RTS1020: a class inside of a function uses Point of it
  class Other extends Point {}
  return new Point().x + new Other().x + Counter.count;
}
