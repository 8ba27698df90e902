'use mixmod';
enum Kind { A, B }
// error RTS1001: TypeScript: Property 'C' does not exist on type 'typeof Kind'. (TS2339)
export function f(): number { return Kind.C; }
