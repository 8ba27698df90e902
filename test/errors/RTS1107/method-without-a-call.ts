'use mixmod';
class A {
  m(): number {
    return 1;
  }
}
export function f(): number {
  const a = new A();
  const g = a.m; // error RTS1107: the method m is used as a value
  return g();
}
