'use mixmod';
class Box {
  n = 1;
  // error RTS1131: a method with type parameters of its own is not part of RTypeScript yet
  pair<T>(other: T): T {
    return other;
  }
}
export function f(): number {
  return new Box().pair(2);
}
