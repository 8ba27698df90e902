'use mixmod';
export function f(a: Uint8Array): number {
  try {
    a.unknown(); // error RTS1061: Uint8Array has no member unknown in RTypeScript
  } catch (error) {
    // error RTS1028: only errors can be thrown
    throw error instanceof RangeError ? 'text' : error;
  } finally {
    debugger; // error RTS1045: `debugger` is not part of RTypeScript
  }
  try {
    return a[0];
  } catch ({}) { // error RTS1001: TypeScript: Object is of type 'unknown'. (TS2571)
    return 2;
  }
}
