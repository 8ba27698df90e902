'use mixmod';
export function f(): Float64Array {
  // error RTS2101: an array has no holes in RTypeScript
  return new Float64Array([1, , 3]);
}
