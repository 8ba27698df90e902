'use mixmod';
export function f(x: number): string {
  // error RTS2405: JSON.stringify with a replacer is not part of RTypeScript
  return JSON.stringify({ x }, (_: string, value: number) => value * 2, 2);
}
