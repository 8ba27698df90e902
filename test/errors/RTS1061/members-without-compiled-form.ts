'use mixmod';
export function f(a: Uint8Array): number {
  return a.indexOf(1); // error RTS1061: Uint8Array has no member indexOf in RTypeScript
}
