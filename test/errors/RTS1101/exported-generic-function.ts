'use mixmod';
// error RTS1101: the generic function same is exported to JavaScript
export function same<T>(x: T): T {
  return x;
}
