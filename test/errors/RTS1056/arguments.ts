'use mixmod';
export function f(): number {
  return arguments.length; // error RTS1056: `arguments` is not part of RTypeScript
}
