'use mixmod';
export function f(): boolean {
  const nothing = {}; // error RTS2107: an object without fields is not part of RTypeScript
  return nothing === nothing;
}
