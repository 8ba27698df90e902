'use mixmod';
export function f(): void {
  this; // error RTS1041: `this` stands outside of a class
}
