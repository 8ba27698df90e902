'use mixmod';
export class Tool {
  pick<T>(a: T, b: T): T { return a; } // error RTS1101: the generic function Tool.pick is exported to JavaScript
  private choose<T>(a: T, b: T): T { return b; }
  use(): number { return this.choose(1, 2); }
}
