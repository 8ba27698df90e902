'use mixmod';
export function f(a: string): boolean {
  // error RTS1001: TypeScript: Property 'test' does not exist on type 'RegExp'. (TS2339)
  // error RTS1025: regular expressions are not part of RTypeScript
  return /x/.test(a);
}
