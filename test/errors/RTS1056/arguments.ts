'use mixmod';
export function f(): number {
  // error RTS1001: TypeScript: Property 'length' does not exist on type 'IArguments'. (TS2339)
  // error RTS1056: `arguments` is not part of RTypeScript
  return arguments.length;
}
