'use mixmod';
export function f(c: boolean): number {
  let x: number; // error RTS1108: x has no value when it is declared, and a function inside uses it
  let y: number | undefined;
  const g = () => x + (y ?? 1);
  if (c) x = 1;
  else x = 2;
  return g();
}
