'use mixmod';
export function f(a: Uint8Array): void {
  a.length = 1; // error RTS1061: Uint8Array has no member length to assign in RTypeScript
}
