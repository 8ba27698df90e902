'use mixmod';
export function f(bytes: DataView, maybe: DataView | null): number {
  const a = Number(bytes); // error RTS2402: DataView does not become a number
  return a + Number(maybe); // error RTS2402: DataView does not become a number
}
