'use mixmod';
export function f(): void {
  throw new Map(); // error RTS1028: only `throw new XError(message)` can be thrown
}
