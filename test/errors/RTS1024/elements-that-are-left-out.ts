'use mixmod';
export function f(): Float64Array {
  // error RTS1024: array literals are not part of RTypeScript yet
  return new Float64Array([1, , 3]);
}
