'use mixmod';
export function g(a: 5n): void {} // error RTS1005: the literal type 5n is not part of RTypeScript
