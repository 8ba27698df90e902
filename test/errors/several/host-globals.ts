'use mixmod';
export function f(a: string): number {
  console.log(a); // error RTS1060: the global console is not part of RTypeScript
  const now = Date.now(); // error RTS1060: the global Date is not part of RTypeScript
  const list = new WeakMap(); // error RTS1043: `new WeakMap` is not part of RTypeScript
  // error RTS1060: the global JSON is not part of RTypeScript
  return parseInt(a) + JSON.parse(a);
}
