'use mixmod';
// `#x in object`: of the class, or one derived from it.
class Animal {
  #age: number;
  constructor(age: number) {
    this.#age = age;
  }
  static isOne(value: Animal | Stone): boolean {
    return #age in value;
  }
  isOlder(other: Animal): boolean {
    return #age in other && this.#age > other.#age;
  }
}
class Dog extends Animal {
  legs = 4;
}
class Stone {
  weight = 1;
}
export const tests = (): string =>
  `${Animal.isOne(new Animal(1))} ${Animal.isOne(new Dog(2))} ${Animal.isOne(new Stone())}`;
// tests() → 'true true false'
export const older = (a: number, b: number): boolean => new Dog(a).isOlder(new Animal(b));
// older(2, 1) → true
// older(1, 2) → false
