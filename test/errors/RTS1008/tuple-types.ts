'use mixmod';
// error RTS1008: the tuple type [number, string] is not part of RTypeScript
export function f(a: [number, string]): void {}
