'use mixmod';
export function f(a: bigint): void {} // error RTS1004: `bigint` has no fixed width
