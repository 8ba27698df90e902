'use mixmod';
declare const limit: number; // error RTS1059: `declare` is not part of RTypeScript
declare enum Kind { A } // error RTS1059: `declare` is not part of RTypeScript
export function f(): number { return limit + Kind.A; }
