'use mixmod';
export function f(n: number): number {
  // error RTS2102: the items of the new array would be undefined, which number is not
  const items = new Array<number>(n);
  return items.length;
}
