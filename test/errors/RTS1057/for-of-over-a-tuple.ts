'use mixmod';
export function f(n: number): number {
  const pair: [number, number] = [n, 2];
  let sum = 0;
  // error RTS1057: `for…of` over [number, number] is not part of RTypeScript yet
  for (const one of pair) sum += one;
  return sum;
}
