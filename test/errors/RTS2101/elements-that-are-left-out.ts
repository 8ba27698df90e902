'use mixmod';
export function f(): Float64Array {
  return new Float64Array([1, , 3]); // error RTS2101: an array has no holes in RTypeScript
}
