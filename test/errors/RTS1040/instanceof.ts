'use mixmod';
export function f(a: Uint8Array): boolean {
  return a instanceof Uint8Array; // error RTS1040: `instanceof` is not part of RTypeScript yet
}
