'use mixmod';
export function f(bytes: Uint8Array): number {
  const items: number[] = [...bytes]; // error RTS2103: Uint8Array is spread, which is no array
  return items.length;
}
