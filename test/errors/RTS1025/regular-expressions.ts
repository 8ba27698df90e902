'use mixmod';
export function f(a: string): boolean {
  return /x/.test(a); // error RTS1025: regular expressions are not part of RTypeScript
}
