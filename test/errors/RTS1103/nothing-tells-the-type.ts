'use mixmod';
function make<T>(n: number): number {
  return n;
}
export function f(): number {
  return make(1); // error RTS1103: the type argument T of make is unknown here
}
