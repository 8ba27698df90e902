'use mixmod';
export function f(): number {
  const pair: [number, number] = [1, 2];
  const three: [number, number, number] = [...pair, 3]; // error RTS2109: nothing is spread in a tuple
  return three[2];
}
