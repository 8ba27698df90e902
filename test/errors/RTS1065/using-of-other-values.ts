'use mixmod';
export function f(a: Uint8Array): void {
  // error RTS1065: `using` stands in a function and takes an object with `[Symbol.dispose]()`, or a scoped resource of rffi or lltype
  using b = a;
}
