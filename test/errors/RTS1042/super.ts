'use mixmod';
export function f(): void {
  super.f(); // error RTS1042: `super` is not part of RTypeScript yet
}
