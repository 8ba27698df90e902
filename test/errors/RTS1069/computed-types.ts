'use mixmod';
function one(): number { return 1; }
// error RTS1069: this form of type is not part of RTypeScript
// error RTS1069: this form of type is not part of RTypeScript
export function f(a: typeof one, b: Uint8Array['length']): void {}
// error RTS1069: this form of type is not part of RTypeScript
export function g(a: number): a is 5 { return a === 5; }
