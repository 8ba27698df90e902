'use mixmod';
class A { n = 1; }
class B { n = 2; text = 'b'; }
class C { c = 3; }
type U = A | B | C;
function make(n: number): U { return n > 1 ? new B() : n > 0 ? new A() : new C(); }
export function f(n: number): number {
  const u = make(n);
  if (u instanceof A) return u.n; // error RTS2030: nothing tells B from the other members of A | B | C
  return 0;
}
