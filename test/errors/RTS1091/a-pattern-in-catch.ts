'use mixmod';
export function f(a: Uint8Array): number {
  try {
    return a[0];
  } catch ({}) { // error RTS1091: the parameter of `catch` is a pattern
    return 2;
  }
}
