'use mixmod';
class Counter {
  static count = 0;
  static next(): number {
    return ++this.count; // error RTS1123: `this` in a static member of a class that others extend
  }
}
class Special extends Counter {
  static count = 10;
}
export function f(): number {
  return Counter.next() + Special.next();
}
