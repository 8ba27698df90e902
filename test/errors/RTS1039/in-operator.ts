'use mixmod';
export function f(a: Uint8Array): boolean {
  return 0 in a; // error RTS1039: `in` is not part of RTypeScript
}
