'use mixmod';
// error RTS1007: the array type number[] is not part of RTypeScript
export function f(a: number[]): void {}
// error RTS1007: the array type readonly number[] is not part of RTypeScript
export function g(a: ReadonlyArray<number>): void {}
