'use mixmod';
export function f(bytes: Uint8Array, maybe: ArrayBuffer | null): string {
  const a = 'bytes: ' + bytes; // error RTS2401: Uint8Array does not become text by itself
  const b = `${maybe} bytes`; // error RTS2401: ArrayBuffer does not become text by itself
  return a + b;
}
