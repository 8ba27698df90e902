// Where a generator can be left and go on: loops, conditions, operands, try, switch, closures.
'use mixmod';
import type { i32 } from 'mixmod';

let log = '';
const note = (text: string): void => {
  log += text + ' ';
};
function taken(): string {
  const all = log;
  log = '';
  return all.trim();
}

function* operands(a: number): Generator<number, number, number> {
  const b = a * 2 + (yield a) * 10 + (yield a + 1);
  note(`b=${b}`);
  return b + ((yield b) > 0 ? yield 100 : yield 200);
}
export function sent(): string {
  const g = operands(1);
  const out: string[] = [];
  let step = g.next();
  for (const x of [5, 6, 1, 9]) {
    out.push(`${step.value}`);
    step = g.next(x);
  }
  out.push(`${step.done} ${step.value}`, `${g.next(1).done}`);
  return `${out.join(' ')} ${taken()}`;
}

function* guarded(limit: i32): Generator<string, void> {
  try {
    for (let i: i32 = 0; ; i++) {
      try {
        if (i === limit) throw new RangeError(`at ${i}`);
        yield `try ${i}`;
      } catch (error) {
        yield `caught ${(error as Error).message}`;
        if (i > 1) return;
      } finally {
        note(`f${i}`);
      }
      if (i > limit) throw new Error('too far');
    }
  } finally {
    note('end');
  }
}
export function caught(limit: i32): string {
  const out: string[] = [];
  try {
    for (const text of guarded(limit)) out.push(text);
  } catch (error) {
    out.push(`thrown ${(error as Error).message}`);
  }
  return `${out.join(', ')}; ${taken()}`;
}
export function broken(limit: i32): string {
  const g = guarded(limit);
  let first = '';
  for (const text of g) {
    first = text;
    break;
  }
  return `${first}; ${taken()}; ${g.next().done}`;
}
export function returned(): string {
  const inside = (): string => {
    for (const text of guarded(9)) if (text === 'try 2') return text;
    return '';
  };
  return `${inside()}; ${taken()}`;
}
export function thrownInLoop(): string {
  try {
    for (const text of guarded(9)) throw new Error(`from ${text}`);
  } catch (error) {
    return `${(error as Error).message}; ${taken()}`;
  }
  return '';
}

function* branches(kind: string, n: number = 2): Generator<string> {
  switch (kind) {
    case 'a':
      yield 'A';
    case 'b':
      yield 'B';
      break;
    default:
      outer: for (let i = 0; ; i++) {
        for (let j = 0; j < n; j++) {
          if (i === 2) break outer;
          if (j === 1) continue outer;
          yield `${i}${j}`;
        }
      }
  }
  n += 10;
  let left = n;
  while (left-- > 10) yield `n${left}`;
  do {
    yield kind;
  } while (kind === '');
}
export function all(kind: string): string {
  let out = '';
  for (const text of branches(kind)) out += text + ' ';
  return out.trim();
}

export function closures(): string {
  let outer = 1;
  function* inner(by: number): Generator<() => number> {
    for (let i = 0; i < 3; i++) {
      outer += by;
      yield () => i * 100 + outer;
    }
  }
  const made: (() => number)[] = [];
  for (const one of inner(2)) made.push(one);
  outer++;
  return made.map((one) => `${one()}`).join(' ');
}

function* naturals(): Generator<number, void> {
  let n = 0;
  for (;;) yield n++;
}
function* take<T>(from: Generator<T>, count: number): Generator<T> {
  if (count <= 0) return;
  for (const item of from) {
    yield item;
    if (--count === 0) return;
  }
}
function* map<T, U>(from: Generator<T>, by: (item: T) => U): Generator<U> {
  for (const item of from) yield by(item);
}
export function pipeline(): string {
  let out = '';
  for (const text of map(take(naturals(), 4), (n) => `<${n * n}>`)) out += text;
  return out;
}

class Tree {
  constructor(readonly left: Tree | null, readonly value: number, readonly right: Tree | null) {}
  *walk(): Generator<number> {
    if (this.left) yield* this.left.walk();
    yield this.value;
    if (this.right) yield* this.right.walk();
  }
}
export function tree(): string {
  const leaf = (n: number): Tree => new Tree(null, n, null);
  const root = new Tree(new Tree(leaf(1), 2, leaf(3)), 4, new Tree(null, 5, leaf(6)));
  let out = '';
  for (const n of root.walk()) out += n;
  for (const n of root.walk()) if (n > 2) return out + n;
  return out;
}

function* several(): Generator<string> {
  yield* ['a', 'b'];
  yield* 'cd';
  yield* new Set(['e']);
  for (const [key, value] of new Map([['f', 1]])) yield key + value;
}
export function delegated(): string {
  let out = '';
  for (const text of several()) out += text;
  return out;
}

function* selfish(): Generator<number> {
  const me = holder[0];
  yield me ? (me.next().value ?? 0) : -1;
}
const holder: Generator<number>[] = [];
export function running(): string {
  holder.push(selfish());
  try {
    return `${holder[0].next().value}`;
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}; ${holder[0].next().done}`;
  }
}

export function ended(): string {
  const g = naturals();
  const r = [g.next(), g.next(), g.return(), g.next()];
  return r.map(({ value, done }) => `${value} ${done}`).join(', ');
}
function* withResult(): Generator<string, number | undefined> {
  try {
    yield 'a';
    return 1;
  } finally {
    note('closed');
  }
}
export function results(): string {
  const g = withResult();
  const h = withResult();
  const k = withResult();
  h.next();
  const all = [g.next(), g.next(), g.next(), h.return(7), h.next(), k.return(8), k.next()];
  return `${all.map(({ value, done }) => `${value} ${done}`).join(', ')} ${taken()}`;
}
// sent() → '1 2 58 100 true 67 true b=58'
// caught(2) → 'try 0, try 1, caught at 2; f0 f1 f2 end'
// caught(0) → 'caught at 0, try 1, thrown too far; f0 f1 end'
// broken(5) → 'try 0; f0 end; true'
// returned() → 'try 2; f0 f1 f2 end'
// thrownInLoop() → 'from try 0; f0 end'
// all('a') → 'A B n11 n10 a'
// all('b') → 'B n11 n10 b'
// all('c') → '00 10 n11 n10 c'
// closures() → '8 108 208'
// pipeline() → '<0><1><4><9>'
// tree() → '1234563'
// delegated() → 'abcdef1'
// running() → 'TypeError: Generator is already running; true'
// ended() → '0 false, 1 false, undefined true, undefined true'
// results() → 'a false, 1 true, undefined true, 7 true, undefined true, 8 true, undefined true closed closed'
function* ticks(): Generator<undefined> {
  for (let i = 0; i < 3; i++) yield;
}
export function undefinedItems(): number {
  let n = 0;
  for (const _ of ticks()) n++;
  return n;
}
function* asIterable(n: number): Iterable<number> {
  for (let i = 0; i < n; i++) yield i * i;
}
function* asIterator(): Iterator<string> {
  yield 'it';
}
class Squares implements Iterable<number> {
  constructor(private readonly n: number) {}
  *[Symbol.iterator](): Iterator<number> {
    yield* asIterable(this.n);
  }
}
export function declared(): string {
  const it = asIterator();
  const first = it.next();
  return `${[...asIterable(4)].join()} ${first.value} ${it.next().done} ${[...new Squares(3)].join()}`;
}
// undefinedItems() → 3
// declared() → '0,1,4,9 it true 0,1,4'
function* patient(): Generator<string> {
  let tries = 0;
  while (tries < 2) {
    try {
      yield `ask ${tries}`;
      note('kept');
    } catch (error) {
      note((error as Error).message);
      tries++;
    }
  }
  try {
    yield 'last';
  } finally {
    note('done');
  }
}
export function thrownInto(): string {
  const g = patient();
  const out: string[] = [];
  out.push(`${g.next().value}`, `${g.next().value}`, `${g.throw(new Error('one')).value}`);
  out.push(`${g.throw(new RangeError('two')).value}`);
  for (let i = 0; i < 2; i++) {
    try {
      out.push(`${g.throw(new TypeError('three')).done}`);
    } catch (error) {
      out.push(`${(error as Error).name}`);
    }
  }
  const fresh = patient();
  try {
    fresh.throw(new Error('at once'));
  } catch (error) {
    out.push((error as Error).message);
  }
  out.push(`${g.next().done} ${fresh.next().done}`);
  return `${out.join(', ')}; ${taken()}`;
}
// thrownInto() → 'ask 0, ask 0, ask 1, last, TypeError, TypeError, at once, true true; kept one two done'
