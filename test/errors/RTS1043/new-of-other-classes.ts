'use mixmod';
export function f(): void {
  new Map(); // error RTS1043: `new Map` is not part of RTypeScript
}
