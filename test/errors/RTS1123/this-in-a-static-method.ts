'use mixmod';
class Counter {
  static count = 0;
  static next(): number {
    return ++this.count; // error RTS1123: `this` in a static member is not part of RTypeScript
  }
}
export function f(): number {
  return Counter.next();
}
