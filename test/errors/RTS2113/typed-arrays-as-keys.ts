'use mixmod';
export function f(bytes: Uint8Array): number {
  // error RTS2113: Uint8Array is no key of a Map or Set
  const seen = new Set<Uint8Array>();
  return 0;
}
