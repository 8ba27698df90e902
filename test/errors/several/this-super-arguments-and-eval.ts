'use mixmod';
export function f(): number {
  this; // error RTS1041: `this` is not part of RTypeScript yet
  arguments; // error RTS1056: `arguments` is not part of RTypeScript
  eval('1'); // error RTS1060: the global eval is not part of RTypeScript
  return new.target === undefined ? 1 : 2; // error RTS1073: `new.target` is not part of RTypeScript
}
