'use mixmod';
// error RTS1033: destructuring at the top of a module is not part of RTypeScript yet
const { first } = { first: 1 };
export function f(): number { return first; }
