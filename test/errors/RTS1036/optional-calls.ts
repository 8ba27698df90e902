'use mixmod';
function one(): number { return 1; }
// error RTS1036: `?.` is not part of RTypeScript yet
export function f(): number { return one?.(); }
