'use mixmod';
enum Kind { A, B }
export function f(): void {
  // error RTS1001: TypeScript: Cannot assign to 'A' because it is a read-only property. (TS2540)
  Kind.A = 3;
}
