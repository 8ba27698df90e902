'use mixmod';
class Animal {
  meet(other: Animal): number {
    return other === this ? 0 : 1;
  }
}
class Dog extends Animal {
  tail = 7;
  // error RTS1129: meet overrides a method of Animal, and the parameter other would be Animal as Dog
  override meet(other: Dog): number {
    return other.tail;
  }
}
export function f(): number {
  const animal: Animal = new Dog();
  return animal.meet(new Animal());
}
