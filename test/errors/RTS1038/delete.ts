'use mixmod';
export function f(a: Uint8Array): void {
  delete a[0]; // error RTS1038: `delete` is not part of RTypeScript
}
