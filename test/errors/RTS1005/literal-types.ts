'use mixmod';
// error RTS1005: the literal type "left" | "right" is not part of RTypeScript
export function f(a: 'left' | 'right'): void {}
export function g(a: 5): void {} // error RTS1005: the literal type 5 is not part of RTypeScript
