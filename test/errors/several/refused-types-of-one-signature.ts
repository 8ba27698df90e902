'use mixmod';
// error RTS1002: the type `any` is not part of RTypeScript
// error RTS1003: the type `unknown` is not part of RTypeScript
// error RTS1004: `bigint` has no fixed width
// error RTS2012: the parameter e of the exported function f is of type C
export function f(a: any, b: unknown, c: bigint, d: number[], e: C): void {}
class C { x = 1; }
