'use mixmod';
export function f(): void {
  this; // error RTS1041: `this` is not part of RTypeScript yet
}
