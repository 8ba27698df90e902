'use mixmod';
export function f(a: string): number {
  process.exit(1); // error RTS1060: the global process is not part of RTypeScript
  const now = crypto.randomUUID(); // error RTS1060: the global crypto is not part of RTypeScript
  const list = new WeakMap(); // error RTS1043: `new WeakMap` is not part of RTypeScript
  // error RTS1060: the global structuredClone is not part of RTypeScript
  return parseInt(a) + structuredClone(1);
}
