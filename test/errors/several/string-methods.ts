'use mixmod';
export function f(a: string, b: string): boolean {
  const c = a + b; // error RTS1026: joining strings with `+` is not part of RTypeScript yet
  const d = a.toUpperCase(); // error RTS1061: string has no member toUpperCase in RTypeScript
  const e = `${a}!`; // error RTS1070: templates with `${…}` are not part of RTypeScript yet
  return a < b;
}
