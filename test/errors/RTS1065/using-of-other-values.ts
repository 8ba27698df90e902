'use mixmod';
export function f(a: Uint8Array): void {
  // error RTS1065: `using` stands in a function and takes a scoped resource of rffi or lltype
  using b = a;
}
