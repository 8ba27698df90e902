'use mixmod';
export function f(): void {
  throw new WeakMap(); // error RTS1043: `new WeakMap` is not part of RTypeScript
}
