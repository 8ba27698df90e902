'use mixmod';
function same<T>(x: T): T {
  return x;
}
export function f(): number {
  const g = same<number>; // error RTS1011: type parameters and type arguments have no meaning here
  return 1;
}
