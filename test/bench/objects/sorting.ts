'use mixmod';
// Sorting: numbers, strings, objects by a key. Sums over the order show that it is right; equal keys stay in order.

/** The numbers of a multiplicative generator (Park and Miller): from 1 to 2 ** 31 - 2. */
class Noise {
  private state = 42;

  next(): number {
    this.state = (this.state * 16_807) % 2_147_483_647;
    return this.state;
  }
}

export function numbers(n: number): number {
  const noise = new Noise();
  const values: number[] = [];
  for (let i = 0; i < n; i++) values.push(noise.next() / 1024);
  values.sort((a, b) => a - b);
  for (let i = 1; i < n; i++) {
    if (values[i - 1] > values[i]) return -1;
  }
  return values[n >> 1];
}

/** By code units, as sort does without a comparator. */
export function strings(n: number): number {
  const noise = new Noise();
  const values: string[] = [];
  for (let i = 0; i < n; i++) values.push(`k${noise.next() % 100000}`);
  values.sort();
  let total = 0;
  for (let i = 0; i < n; i++) total += ((i % 13) + 1) * values[i].length;
  return total + values[n >> 1].charCodeAt(1);
}

class Person {
  readonly age: number;
  readonly place: number;

  constructor(age: number, place: number) {
    this.age = age;
    this.place = place;
  }
}

/** Few ages, many persons: -1 if two of the same age change places. */
export function objects(n: number): number {
  const noise = new Noise();
  const persons: Person[] = [];
  for (let i = 0; i < n; i++) persons.push(new Person((noise.next() >> 8) % 90, i));
  persons.sort((a, b) => b.age - a.age);
  let total = 0;
  for (let i = 1; i < n; i++) {
    const last = persons[i - 1];
    const person = persons[i];
    if (last.age < person.age) return -1;
    if (last.age === person.age && last.place > person.place) return -1;
    total += (i % 7) * person.age;
  }
  return total;
}

/** Sorted already, and backwards. */
export function presorted(n: number): number {
  const values: number[] = [];
  for (let i = 0; i < n; i++) values.push(i);
  values.sort((a, b) => a - b);
  values.sort((a, b) => b - a);
  values.reverse();
  return values[n - 1];
}

export function run(n: number): number {
  return numbers(n) + strings(n) + objects(n) + presorted(n);
}
