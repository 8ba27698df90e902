'use mixmod';
// error RTS1006: the union type string | number is not part of RTypeScript
export function f(a: number | string): void {}
