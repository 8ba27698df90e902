'use mixmod';
export function f(a: string, b: string): string {
  return a + b; // error RTS1026: joining strings with `+` is not part of RTypeScript yet
}
