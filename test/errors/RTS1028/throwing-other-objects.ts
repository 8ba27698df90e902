'use mixmod';
export function f(): void {
  throw new Uint8Array(2); // error RTS1028: only errors can be thrown
}
