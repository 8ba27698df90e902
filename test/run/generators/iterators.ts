// Objects with iterators of their own: classes with [Symbol.iterator], with next, with return.
'use mixmod';

class Range {
  constructor(readonly from: number, readonly to: number) {}
  *[Symbol.iterator](): Generator<number> {
    for (let i = this.from; i < this.to; i++) yield i;
  }
}
export function range(): string {
  const range = new Range(2, 5);
  let out = '';
  for (const a of range) for (const b of range) out += `${a}${b} `;
  return out + [...range].join() + Math.max(...range);
}

let log = '';
class Countdown implements Iterator<number>, Iterable<number> {
  constructor(private left: number) {}
  next(): IteratorResult<number> {
    if (this.left === 13) throw new Error('unlucky');
    return this.left > 0 ? { done: false, value: this.left-- } : { done: true, value: undefined };
  }
  return(): IteratorResult<number> {
    log += `closed at ${this.left};`;
    return { done: true, value: undefined };
  }
  [Symbol.iterator](): Iterator<number> {
    return this;
  }
}
export function countdown(n: number, stop: number): string {
  log = '';
  let out = '';
  try {
    for (const x of new Countdown(n)) {
      if (x === stop) break;
      if (x === 7) throw new Error('seven');
      out += x;
    }
  } catch (error) {
    out += (error as Error).message;
  }
  return `${out} ${log}`;
}

class List<T> implements Iterable<T> {
  private items: T[] = [];
  add(item: T): this {
    this.items.push(item);
    return this;
  }
  [Symbol.iterator](): Iterator<T> {
    let at = 0;
    const { items } = this;
    return {
      next: (): IteratorResult<T> =>
        at < items.length ? { done: false, value: items[at++] } : { done: true, value: undefined },
    };
  }
}
export function list(): string {
  const texts = new List<string>().add('a').add('b');
  const numbers = new List<number | null>().add(1).add(null);
  let out = '';
  for (const text of texts) out += text;
  for (const n of numbers) out += n === null ? 'null' : n + 1;
  return out + [...texts].length + new Set(texts).size;
}

function sum(items: Iterable<number>): number {
  let total = 0;
  for (const item of items) total += item;
  return total;
}
function first<T>(items: Iterable<T>): T | undefined {
  for (const item of items) return item;
  return undefined;
}
export function iterable(): string {
  return `${sum(new Range(0, 4))} ${sum(new Countdown(4))} ${first(new List<string>().add('z'))}`;
}
function* twice(items: Iterable<number>): Generator<number> {
  for (const item of items) {
    yield item;
    yield item;
  }
}
export function lists(): string {
  const none: number[] = [];
  const sums = [
    sum([1, 2]),
    sum(new Set([3, 4])),
    sum(new Float64Array([0.5, 1])),
    sum(twice([5])),
    sum(new Map([['a', 7]]).values()),
    sum(none),
  ];
  const firsts = `${first('xy')} ${first<string | number>(['q', 1])} ${first(new Map([['k', 1]]))?.[0]}`;
  return `${sums.join()} ${firsts}`;
}
export function explicit(): string {
  const it = new Range(2, 3)[Symbol.iterator]();
  const steps = [it.next(), it.next()];
  const set = new Set([1])[Symbol.iterator]();
  const text = 'ab'[Symbol.iterator]();
  text.next();
  const pairs = {
    *[Symbol.iterator](): Generator<number> {
      yield 3;
      yield 5;
    },
  };
  const [a, b] = pairs;
  return `${steps[0].value} ${steps[1].done} ${set.next().value} ${text.next().value}${a} ${b}`;
}
export function tuple(): string {
  const pair: [number, string] = [1, 'x'];
  let out = '';
  for (const one of pair) out += `<${one}>`;
  const same: [number, number] = [3, 4];
  return out + [...same, ...pair].length + Math.max(...same);
}
// range() → '22 23 24 32 33 34 42 43 44 2,3,44'
// countdown(3, 0) → '321 '
// countdown(5, 2) → '543 closed at 1;'
// countdown(8, 0) → '8seven closed at 6;'
// countdown(14, 0) → '14unlucky '
// list() → 'ab2null22'
// iterable() → '6 10 z'
// lists() → '3,7,1.5,10,7,0 x q k'
// explicit() → '2 true 1 b3 5'
// tuple() → '<1><x>44'
