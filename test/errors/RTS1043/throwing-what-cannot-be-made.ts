'use mixmod';
export function f(): void {
  throw new Map(); // error RTS1043: `new Map` is not part of RTypeScript
}
