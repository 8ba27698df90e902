'use mixmod';
export function f(a: number): number {
  const b = a + 1;
  // error RTS1104: the generic function pair uses b of the function around it
  function pair<T>(x: T): [T, number] {
    return [x, b];
  }
  // error RTS1104: the generic function shown uses a of the function around it
  const shown = <T>(x: T): string => `${x}${a}`;
  return pair(a)[1] + shown(1).length;
}
