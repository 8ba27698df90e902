'use mixmod';
// error RTS1009: the function type (x: number) => number is not part of RTypeScript
export function f(callback: (x: number) => number): void {}
