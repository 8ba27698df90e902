'use mixmod';
interface Counter {
  readonly value: number;
  step: number;
  label?: string;
  inc(): number;
}
function counter(start: number): Counter {
  let n = start;
  return {
    step: 1,
    inc() { n += this.step; return n; },
    get value() { return n; },
  };
}
class Fixed implements Counter {
  step = 0;
  label?: string;
  get value(): number { return 42; }
  inc(): number { return 43; }
}
export function two(): string {
  const a = counter(10);
  const b = counter(20);
  a.inc();
  a.step = 5;
  a.inc();
  b.inc();
  return `${a.value} ${b.value} ${b.inc()}`;
}
export function mixed(): number {
  const all: Counter[] = [counter(1), new Fixed(), counter(3)];
  let sum = 0;
  for (const one of all) sum += one.inc() * 100 + one.value;
  return sum;
}
export function label(): string {
  const one = counter(0);
  const before = one.label ?? 'none';
  one.label = 'given';
  return before + one.label;
}
interface Stack<T> { push(item: T): void; pop(): T | undefined; readonly size: number }
function stack<T>(): Stack<T> {
  const items: T[] = [];
  return {
    push(item) { items.push(item); },
    pop: () => items.pop(),
    get size() { return items.length; },
  };
}
export function stacks(): string {
  const numbers = stack<number>();
  const texts = stack<string>();
  numbers.push(1);
  numbers.push(2);
  texts.push('a');
  return `${numbers.pop()} ${texts.pop()} ${numbers.size} ${texts.size}`;
}
function account(balance: number) {
  const log: string[] = [];
  return {
    owner: 'me',
    get balance() { return balance; },
    set balance(value: number) { log.push(`set ${value}`); balance = value; },
    deposit(amount: number) { this.balance = balance + amount; return this; },
    history() { return log.map((line) => `${this.owner}: ${line}`).join(', '); },
  };
}
export function accounts(): string {
  const one = account(10);
  one.deposit(5).deposit(7);
  one.balance -= 2;
  return `${one.balance} ${one.history()}`;
}
const KEY = 'twice';
export function computed(): number {
  const object = { base: 4, [KEY](by: number) { return this.base * 2 * by; }, ['plain']: 1 };
  return object.twice(3) + object.plain;
}
interface Visitor<R> { number(value: number): R; add(left: Expr, right: Expr): R }
interface Expr { accept<R>(visitor: Visitor<R>): R }
interface Node { visit(visitor: Visitor2): string }
interface Visitor2 { leaf(value: number): string; pair(a: Node, b: Node): string }
const leaf = (value: number): Node => ({ visit(visitor) { return visitor.leaf(value); } });
const pair = (a: Node, b: Node): Node => ({ visit: (visitor) => visitor.pair(a, b) });
export function visited(): string {
  const printer: Visitor2 = {
    leaf(value) { return String(value); },
    pair(a, b) { return `(${a.visit(this)} ${b.visit(this)})`; },
  };
  return pair(leaf(1), pair(leaf(2), leaf(3))).visit(printer);
}
const shared: { count: number; next(): number } = { count: 0, next() { return ++this.count; } };
export function atModuleLevel(): number { return shared.next() * 10 + shared.next(); }
// two() → '16 21 22'
// mixed() → 4948
// label() → 'nonegiven'
// stacks() → '2 a 1 0'
// accounts() → '20 me: set 15, me: set 22, me: set 20'
// computed() → 25
// visited() → '(1 (2 3))'
// atModuleLevel() → 12
