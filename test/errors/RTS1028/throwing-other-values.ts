'use mixmod';
export function f(): void {
  throw 'text'; // error RTS1028: only errors can be thrown
}
