'use mixmod';
class Plain {}
class Valued {
  valueOf(): number {
    return 1;
  }
  toString(): string {
    return 'one';
  }
}
export function g(): string {
  const a = `${new Plain()}`; // error RTS2401: Plain does not become text by itself
  // error RTS2401: Valued does not become text by itself
  // error RTS2401: { x: number } does not become text by itself
  return '' + new Valued() + a + String({ x: 1 });
}
export function f(bytes: Uint8Array, maybe: ArrayBuffer | null): string {
  const a = 'bytes: ' + bytes; // error RTS2401: Uint8Array does not become text by itself
  const b = `${maybe} bytes`; // error RTS2401: ArrayBuffer does not become text by itself
  return a + b;
}
