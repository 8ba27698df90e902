'use mixmod';
function same<T>(x: T): T {
  return x;
}
export function f(): number {
  const g = same; // error RTS1100: the generic function same is used as a value
  return 1;
}
