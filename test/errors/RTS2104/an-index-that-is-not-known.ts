'use mixmod';
export function f(i: number): number {
  const pair: [number, number] = [1, 2];
  return pair[i]; // error RTS2104: the index of [number, number] is no constant of it
}
