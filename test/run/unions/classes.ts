'use mixmod';
// Classes in unions: instanceof, tags of classes, common fields, aliased conditions.
class Cat {
  readonly kind = 'cat';
  readonly name: string;
  lives: number;
  constructor(name: string, lives: number) {
    this.name = name;
    this.lives = lives;
  }
  speak(): string { return `${this.name} meows`; }
}
class Dog {
  readonly kind = 'dog';
  readonly name: string;
  tail: string;
  constructor(name: string, tail: string) {
    this.name = name;
    this.tail = tail;
  }
  speak(): string { return `${this.name} barks`; }
}
type Pet = Cat | Dog;

function by(pet: Pet): string {
  if (pet instanceof Cat) return pet.speak() + pet.lives;
  return pet.speak() + pet.tail;
}
function tag(pet: Pet): string {
  return pet.kind === 'cat' ? `${pet.lives}` : pet.tail;
}
function alias(pet: Pet): string {
  const isCat = pet.kind === 'cat';
  if (isCat) return `lives ${pet.lives}`;
  const { kind } = pet;
  return `${kind} ${pet.tail}`;
}
function kinds(pet: Pet): string {
  const { kind } = pet;
  switch (kind) {
    case 'cat':
      return `a cat of ${pet.lives}`;
    case 'dog':
      return `a dog with ${pet.tail}`;
  }
}
export function pets(): string {
  const all: Pet[] = [new Cat('Tom', 9), new Dog('Rex', 'long')];
  let text = '';
  for (const pet of all) text += `${pet.name}:${by(pet)},${tag(pet)},${alias(pet)},${kinds(pet)},${pet.speak()};`;
  return text;
}
export function captured(n: number): string {
  const pet: Pet = n > 0 ? new Cat('A', n) : new Dog('B', 'short');
  const f = (): string => (pet.kind === 'cat' ? `${pet.lives}` : pet.tail);
  return f();
}
// pets() → 'Tom:Tom meows9,9,lives 9,a cat of 9,Tom meows;Rex:Rex barkslong,long,dog long,a dog with long,Rex barks;'
// captured(3) → '3'
// captured(0) → 'short'
