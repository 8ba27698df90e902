'use mixmod';
export function f(text: string, bytes: Uint8Array): number {
  new WeakRef(text); // error RTS2120: string is no target of a WeakRef
  new WeakRef(5); // error RTS2120: number is no target of a WeakRef
  new WeakRef(bytes); // error RTS2120: Uint8Array is no target of a WeakRef
  return 0;
}
