'use mixmod';
export function f(a: string): void {
  for (const c of a) { // error RTS1057: `for…of` over string is not part of RTypeScript yet
  }
}
