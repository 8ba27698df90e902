'use mixmod';
// error RTS1003: the type `unknown` is not part of RTypeScript
export function f(a: unknown): void {}
