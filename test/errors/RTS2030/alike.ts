'use mixmod';
type Length = { unit: 'm'; value: number } | { unit: 'm'; value: boolean } | { unit: 'none' };
function make(n: number): Length { return n > 0 ? { unit: 'm', value: n } : { unit: 'none' }; }
export function f(n: number): boolean {
  const length = make(n);
  if (length.unit === 'none') return false;
  return length.value === true; // error RTS2030: nothing tells { unit: "m"; value: number } from the other members of { unit: "m"; value: number } | { unit: "m"; value: boolean }
}
