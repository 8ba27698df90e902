'use mixmod';
export function f(a: Uint8Array): boolean {
  return 0 in a; // error RTS1039: `in` needs a text and a value of a union of objects, each of which has the property or not
}
type Options = { width?: number } | { height: number };
export function g(n: number): boolean {
  const options: Options = n > 0 ? { width: n } : { height: n };
  const given: Options = options;
  return isWide(given);
}
function isWide(options: Options): boolean {
  // error RTS1039: `in` needs a text and a value of a union of objects, each of which has the property or not
  return 'width' in options;
}
