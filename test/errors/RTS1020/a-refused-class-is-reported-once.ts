'use mixmod';
class Failure extends Error {} // error RTS1020: classes are not part of RTypeScript yet
export function f(): void {
  const failure = new Failure();
  throw new Failure();
}
