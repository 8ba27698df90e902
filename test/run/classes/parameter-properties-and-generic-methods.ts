'use mixmod';
import { i32 } from 'mixmod';
class Point {
  length: number;
  constructor(readonly x: number, protected y = 2, private tag?: string) {
    this.length = Math.abs(this.x) + Math.abs(this.y);
  }
  text(): string { return `${this.x},${this.y},${this.tag ?? '-'},${this.length}`; }
}
class Named extends Point {
  upper = 'U';
  constructor(public name: string, x: number) {
    super(x, 5, name);
    this.upper += this.name;
  }
  override text(): string { return `${this.upper}:${super.text()}`; }
}
export function points(): string {
  return `${new Point(1).text()} ${new Point(-3, 4, 'a').text()} ${new Named('n', 7).text()}`;
}
class List<T> {
  #items: T[] = [];
  add(item: T): this { this.#items.push(item); return this; }
  map<U>(f: (item: T) => U): List<U> {
    const made = new List<U>();
    for (const item of this.#items) made.add(f(item));
    return made;
  }
  reduce<A>(f: (all: A, item: T) => A, start: A): A {
    let all = start;
    for (const item of this.#items) all = f(all, item);
    return all;
  }
  join(): string { return this.reduce<string>((all, item) => `${all}[${item}]`, ''); }
}
export function mapped(): string {
  const numbers = new List<i32>().add(1).add(2).add(3);
  const texts = numbers.map((n) => `n${n}`);
  return `${texts.join()} ${numbers.map((n) => n > 1).join()} ${numbers.reduce((a, n) => a + n, 0)}`;
}
class Shape { kind = 'shape'; }
class Wrapper<T> extends Shape {
  value: T;
  constructor(value: T) { super(); this.value = value; this.kind = 'wrapper'; }
}
function shape(n: number): Shape {
  if (n === 0) return new Shape();
  return n === 1 ? new Wrapper('a') : new Wrapper(5);
}
export function wrappers(): string {
  let text = '';
  for (let i = 0; i < 3; i++) text += shape(i) instanceof Wrapper ? 'w' : '-';
  return text;
}
// points() → '1,2,-,3 -3,4,a,7 Un:7,5,n,12'
// mapped() → '[n1][n2][n3] [false][true][true] 6'
// wrappers() → '-ww'
