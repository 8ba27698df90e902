'use mixmod';
// error RTS1001: TypeScript: Block-scoped variable 'b' used before its declaration. (TS2448)
// error RTS2017: the value of a depends on itself
const a = b + 1;
// error RTS1001: TypeScript: 'b' implicitly has type 'any' because it does not have a type annotation and is referenced directly or indirectly in its own initializer. (TS7022)
const b = a + 1;
export function f(): number { return a; }
