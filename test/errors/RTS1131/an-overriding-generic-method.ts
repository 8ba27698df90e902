'use mixmod';
class Box {
  pair<T>(other: T): T {
    return other;
  }
}
class Lid extends Box {
  // error RTS1131: a method with type parameters of its own is abstract, overrides or is overridden
  override pair<T>(other: T): T {
    return other;
  }
}
export function f(): number {
  return new Lid().pair(2);
}
