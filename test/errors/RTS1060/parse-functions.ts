'use mixmod';
export function f(a: string): number {
  return parseInt(a); // error RTS1060: the global parseInt is not part of RTypeScript
}
