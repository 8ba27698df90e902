'use mixmod';
// A union that mentions itself; a generic one; several tags; nested ones.
type Expr =
  | { kind: 'num'; value: number }
  | { kind: 'neg'; of: Expr }
  | { kind: 'add'; left: Expr; right: Expr }
  | { kind: 'mul'; left: Expr; right: Expr };

type Result<T, E> = { ok: true; value: T } | { ok: false; error: E };

function num(value: number): Expr {
  return { kind: 'num', value };
}

function value(e: Expr): number {
  switch (e.kind) {
    case 'num':
      return e.value;
    case 'neg':
      return -value(e.of);
    case 'add':
      return value(e.left) + value(e.right);
    case 'mul':
      return value(e.left) * value(e.right);
  }
}

export function evaluate(n: number): number {
  const two: Expr = { kind: 'add', left: num(1), right: num(1) };
  const e: Expr = { kind: 'mul', left: two, right: { kind: 'neg', of: num(n) } };
  return value(e);
}

type Op = { op: 1; n: number } | { op: 2; text: string } | { op: 3; list: number[] };

function measure(op: Op): number {
  if (op.op === 1) return op.n;
  if (op.op === 2) return op.text.length;
  return op.list.length;
}

type List = { tag: 'nil' } | { tag: 'cons'; head: number; tail: List };

function sum(list: List): number {
  let total = 0;
  let at = list;
  while (at.tag === 'cons') {
    total += at.head;
    at = at.tail;
  }
  return total;
}

function parse(text: string): Result<number, string> {
  const n = Number(text);
  if (Number.isNaN(n)) return { ok: false, error: `bad ${text}` };
  return { ok: true, value: n };
}

function show(text: string): string {
  const result = parse(text);
  if (!result.ok) return result.error;
  return `${result.value + 1}`;
}

enum Color { Red, Green }
type Paint = { color: Color.Red; depth: number } | { color: Color.Green; name: string };
function paint(p: Paint): string {
  return p.color === Color.Red ? `red ${p.depth}` : `green ${p.name}`;
}

export function lists(n: number): number {
  let list: List = { tag: 'nil' };
  for (let i = 0; i < n; i++) list = { tag: 'cons', head: i, tail: list };
  return sum(list);
}
export function results(): string {
  return show('41') + show('x');
}
export function ops(): number {
  return measure({ op: 1, n: 5 }) * 100 + measure({ op: 2, text: 'abc' }) * 10 + measure({ op: 3, list: [1, 2] });
}
export function paints(): string {
  const all: Paint[] = [{ color: Color.Green, name: 'g' }, { color: Color.Red, depth: 2 }];
  return all.map((one) => paint(one)).join();
}
export function nums(): number {
  const n = num(4);
  return n.kind === 'num' ? n.value : 0;
}
// lists(5) → 10
// results() → '42bad x'
// ops() → 532
// paints() → 'green g,red 2'
// nums() → 4
// evaluate(21) → -42
