'use mixmod';
abstract class Animal {
  abstract legs(): number;
}
class Dog extends Animal {
  tail = 7;
  legs(): number { return 4; }
}
class Puppy extends Dog {
  age = 1;
  override legs(): number { return super.legs() + 0.5; }
}
class Bird extends Animal {
  wings = 2;
  legs(): number { return 2; }
}
function make(kind: number): Animal | null {
  switch (kind) {
    case 0: return new Dog();
    case 1: return new Puppy();
    case 2: return new Bird();
    default: return null;
  }
}
export function describe(kind: number): number {
  const animal = make(kind);
  if (animal instanceof Puppy) return 100 + animal.age + animal.tail;
  if (animal instanceof Dog) return 200 + animal.tail;
  if (animal === null) return -1;
  if (!(animal instanceof Bird)) return -2;
  return 300 + animal.wings;
}
class Cage {
  inside: Animal | null;
  constructor(inside: Animal | null) { this.inside = inside; }
  swap(): void { this.inside = new Bird(); }
}
export function field(kind: number): number {
  const cage = new Cage(make(kind));
  if (cage.inside instanceof Dog) {
    const before = cage.inside.tail;
    cage.swap();
    return before + cage.inside.tail;
  }
  return -1;
}
export function cast(kind: number): number { return (make(kind) as Dog).tail; }
export function castNullable(kind: number): number { const d = make(kind) as Dog | null; return d === null ? -1 : d.tail; }
export function up(kind: number): number { const d = make(kind); return d === null ? 0 : (d as Animal).legs(); }
export function either(flag: boolean): number { const x = flag ? new Dog() : new Bird(); return (x as Animal).legs(); }
// describe(0) → 207
// describe(1) → 108
// describe(2) → 302
// describe(3) → -1
// field(2) → -1
// field(0) → TypeError: the object is no Dog
// cast(0) → 7
// cast(1) → 7
// cast(2) → TypeError: the object is no Dog
// cast(3) → TypeError: Cannot read properties of null (reading 'tail')
// castNullable(3) → -1
// castNullable(1) → 7
// castNullable(2) → TypeError: the object is no Dog
// up(1) → 4.5
// either(true) → 4
// either(false) → 2
