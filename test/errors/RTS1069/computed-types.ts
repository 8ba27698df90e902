'use mixmod';
export function f(a: Uint8Array['length']): void {}
// error RTS1069: this form of type is not part of RTypeScript
export function g(a: import('mixmod').i32): void {}
