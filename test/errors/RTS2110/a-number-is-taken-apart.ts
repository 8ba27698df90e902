'use mixmod';
export function f(text: string): number {
  const [first] = text; // error RTS2110: string cannot be taken apart
  return 1;
}
