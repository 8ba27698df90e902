'use mixmod';
export function f(): void {
  super.f(); // error RTS1042: `super` stands outside of a method of a class that extends another
}
