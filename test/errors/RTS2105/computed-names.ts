'use mixmod';
export function f(key: string): number {
  const counter = { count: 1, [key]: 2 }; // error RTS2105: a name in an object literal is not known when the module is built
  return counter.count;
}
