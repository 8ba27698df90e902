'use mixmod';
export function f(a: symbol): void {} // error RTS1014: symbols are not part of RTypeScript
