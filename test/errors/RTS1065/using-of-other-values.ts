'use mixmod';
export function f(a: Uint8Array): void {
  using b = a; // error RTS1065: `using` takes a scoped resource of rffi or lltype
}
