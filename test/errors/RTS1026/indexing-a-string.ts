'use mixmod';
export function f(a: string): string {
  return a[0]; // error RTS1026: indexing a string is not part of RTypeScript yet
}
