'use mixmod';
let log = 0;
function note(n: number): number { log = log * 10 + n; return n; }
class A {
  a = note(1);
  constructor(x: number = note(2)) { note(3); this.a += x; }
}
class B extends A {
  b = note(5);
  c = this.b + this.a;
  constructor() {
    super(note(4));
    note(6);
  }
}
class C extends B {
  d = note(7);
}
class D extends C {
  override a = note(8);
}
export function order(kind: number): number {
  log = 0;
  if (kind === 0) new A();
  else if (kind === 1) new B();
  else if (kind === 2) new C();
  else new D();
  return log;
}
export function values(): number { const d = new D(); return d.a * 1000 + d.b * 100 + d.c * 10 + d.d; }
// order(0) → 123
// order(1) → 41356
// order(2) → 413567
// order(3) → 4135678
// values() → 8607
