'use mixmod';
export function f(): number {
  const pair: [number, number] = [1, 2];
  // error RTS2109: nothing is spread in a tuple
  const three: [number, number, number] = [...pair, 3];
  return three[2];
}
