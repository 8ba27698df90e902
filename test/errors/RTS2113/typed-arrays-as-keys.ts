'use mixmod';
export function f(bytes: Uint8Array): number {
  const seen = new Set<Uint8Array>(); // error RTS2113: Uint8Array is no key of a Map or Set
  return 0;
}
