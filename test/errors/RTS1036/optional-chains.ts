'use mixmod';
export function f(a: string | null): number {
  return a?.length ?? 0; // error RTS1036: `?.` is not part of RTypeScript yet
}
