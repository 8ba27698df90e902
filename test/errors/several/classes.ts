'use mixmod';
import { i32 } from 'mixmod';
abstract class Animal {
  readonly name: number;
  abstract legs(): i32;
  constructor(name: number) { this.name = name; }
  async wait(): Promise<void> {} // error RTS1030: `async` and `await` are not part of RTypeScript
  twice(a: number): void;
  twice(a: number): void {}
}
class Dog extends Animal {
  tail: i32 = 1;
  // error RTS1001: TypeScript: Property 'friend' has no initializer and is not definitely assigned in the constructor. (TS2564)
  friend: Dog;
  // error RTS1001: TypeScript: Property 'missing' does not exist on type 'Dog'. (TS2339)
  legs(): i32 { return this.tail + this.missing; }
  // error RTS1001: TypeScript: Cannot assign to 'name' because it is a read-only property. (TS2540)
  rename(name: number): void { this.name = name; }
}
class Cat extends Animal {
  // error RTS1129: legs overrides a method of Animal, and the result would be number as i32
  legs(): number { return 4.5; }
}
const method = new Dog(1).legs; // error RTS1107: the method legs is used as a value
export function f(): number {
  // error RTS1001: TypeScript: Cannot create an instance of an abstract class. (TS2511)
  const animal = new Animal(1);
  const dog: Dog = new Cat(2); // error RTS2005: Cat is not Dog
  const x: Dog | null = null;
  Dog(); // error RTS2021: Dog is not a function of this program
  // error RTS1001: TypeScript: Expected 1 arguments, but got 0. (TS2554)
  // error RTS1124: the class Dog is used as a value
  // error RTS2022: the value may be absent: its type is Dog | null
  return dog.tail + new Dog().legs() + Dog + x.tail;
}
