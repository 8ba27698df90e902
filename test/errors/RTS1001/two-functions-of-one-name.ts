'use mixmod';
// error RTS1001: TypeScript: Duplicate function implementation. (TS2393)
function one(): number { return 1; }
// error RTS1001: TypeScript: Duplicate function implementation. (TS2393)
function one(): number { return 2; }
export function f(): number { return one(); }
