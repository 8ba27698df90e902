'use mixmod';
export function f(): number {
  const g = () => x + 1; // error RTS1105: the type of x is needed before its declaration
  const y = g();
  const x = 5;
  return x + y;
}
