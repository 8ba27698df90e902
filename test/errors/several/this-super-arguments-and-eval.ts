'use mixmod';
export function f(): number {
  this; // error RTS1041: `this` stands outside of a class
  arguments; // error RTS1056: `arguments` is not part of RTypeScript
  eval('1'); // error RTS1060: the global eval is not part of RTypeScript
  return new.target === undefined ? 1 : 2; // error RTS1073: `new.target` is not part of RTypeScript
}
