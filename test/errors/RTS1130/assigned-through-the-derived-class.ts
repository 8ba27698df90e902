'use mixmod';
class Base {
  static count = 0;
}
class Derived extends Base {}
export function f(): number {
  Derived.count = 1; // error RTS1130: count is assigned through a derived class
  return Base.count;
}
