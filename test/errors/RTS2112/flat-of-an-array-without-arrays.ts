'use mixmod';
export function f(): number {
  return [1, 2].flat().length; // error RTS2112: `flat` takes one level of arrays
}
