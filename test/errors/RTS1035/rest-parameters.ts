'use mixmod';
// error RTS1035: rest parameters are not part of RTypeScript yet
export function f(...values: number[]): number {
  return values.length;
}
