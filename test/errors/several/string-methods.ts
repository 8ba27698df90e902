'use mixmod';
export function f(a: string, b: string): boolean {
  const c = a - 1; // error RTS2007: `-` does not take string
  const d = a.localeCompare(b); // error RTS1061: string has no member localeCompare in RTypeScript
  const e = a.normalize(); // error RTS1061: string has no member normalize in RTypeScript
  const g = b.match(a); // error RTS1061: string has no member match in RTypeScript
  return `${new ArrayBuffer(1)}` < b; // error RTS2401: ArrayBuffer does not become text by itself
}
