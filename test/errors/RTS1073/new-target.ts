'use mixmod';
export function f(): boolean {
  return new.target === undefined; // error RTS1073: `new.target` is not part of RTypeScript
}
