'use mixmod';
class Counter {
  static first = 1;
  // error RTS1123: `this` in a static member is not part of RTypeScript
  static second = this.first + 1;
  // error RTS1123: `this` in a static member is not part of RTypeScript
  static { this.second += 1; }
}
export function f(): number { return Counter.second; }
