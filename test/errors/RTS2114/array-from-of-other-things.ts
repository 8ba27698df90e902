'use mixmod';
export function f(bytes: Uint8Array): number {
  // error RTS2114: `Array.from` takes an array, Set, Map or string, or `{ length: n }` and a function
  const a = Array.from(bytes);
  // error RTS2114: `Array.from` takes an array, Set, Map or string, or `{ length: n }` and a function
  return Array.from(bytes, (byte) => byte * 2).length + a.length;
}
