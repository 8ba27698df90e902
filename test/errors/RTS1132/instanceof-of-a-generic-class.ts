'use mixmod';
class Box<T> {
  value: T;
  constructor(value: T) {
    this.value = value;
  }
}
export function f(): boolean {
  // error RTS1132: `instanceof` of a generic class is not part of RTypeScript yet
  return new Box(1) instanceof Box;
}
