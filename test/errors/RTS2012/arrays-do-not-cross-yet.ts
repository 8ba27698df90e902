'use mixmod';
// error RTS2012: the parameter a of the exported function f is of type number[]
export function f(a: number[]): void {}
// error RTS2012: the result of the exported function g is of type string[]
export function g(): readonly string[] { return ['a']; }
