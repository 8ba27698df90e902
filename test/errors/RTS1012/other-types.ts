'use mixmod';
// error RTS1060: the global Promise is not part of RTypeScript
export function f(a: Promise<number>): void {}
