'use mixmod';
// A table of named formulas, as in a spreadsheet: parsed to a tree of objects, evaluated once each, with errors that say where.

/** What is wrong with a formula; `offset` counts characters. */
class FormulaError extends Error {
  readonly offset: number;
  constructor(message: string, offset: number) {
    super(`${message} at ${offset}`);
    this.name = 'FormulaError';
    this.offset = offset;
  }
}

/** A node of the tree. */
abstract class Expression {
  abstract value(table: Table): number;
}

class Constant extends Expression {
  readonly #value: number;
  constructor(value: number) {
    super();
    this.#value = value;
  }
  value(): number {
    return this.#value;
  }
}

class Reference extends Expression {
  readonly name: string;
  constructor(name: string) {
    super();
    this.name = name;
  }
  value(table: Table): number {
    return table.value(this.name);
  }
}

class Operation extends Expression {
  readonly left: Expression;
  readonly right: Expression;
  readonly combine: (a: number, b: number) => number;
  constructor(left: Expression, right: Expression, combine: (a: number, b: number) => number) {
    super();
    this.left = left;
    this.right = right;
    this.combine = combine;
  }
  value(table: Table): number {
    return this.combine(this.left.value(table), this.right.value(table));
  }
}

const isDigit = (character: string): boolean => character >= '0' && character <= '9';
const isLetter = (character: string): boolean =>
  (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');

/** Recursive descent: sums of products of numbers, names and sums in parentheses. */
class Parser {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  parse(): Expression {
    const whole = this.#sum();
    if (this.#at < this.#text.length) throw this.#error(`unexpected '${this.#here()}'`);
    return whole;
  }

  #sum(): Expression {
    let left = this.#product();
    for (;;) {
      if (this.#has('+')) left = new Operation(left, this.#product(), (a, b) => a + b);
      else if (this.#has('-')) left = new Operation(left, this.#product(), (a, b) => a - b);
      else return left;
    }
  }

  #product(): Expression {
    let left = this.#operand();
    for (;;) {
      if (this.#has('*')) left = new Operation(left, this.#operand(), (a, b) => a * b);
      else if (this.#has('/')) left = new Operation(left, this.#operand(), (a, b) => a / b);
      else return left;
    }
  }

  #operand(): Expression {
    if (this.#has('(')) {
      const inner = this.#sum();
      if (!this.#has(')')) throw this.#error("')' expected");
      return inner;
    }
    const start = this.#at;
    while (isLetter(this.#here())) this.#at++;
    if (this.#at > start) return new Reference(this.#from(start));
    while (isDigit(this.#here()) || this.#here() === '.') this.#at++;
    if (this.#at > start) return new Constant(Number(this.#from(start)));
    throw this.#error('a number or name expected');
  }

  #has(character: string): boolean {
    while (this.#here() === ' ') this.#at++;
    if (this.#here() !== character) return false;
    this.#at++;
    while (this.#here() === ' ') this.#at++;
    return true;
  }

  /** '' at the end. */
  #here(): string {
    return this.#text.charAt(this.#at);
  }

  #from(start: number): string {
    return this.#text.slice(start, this.#at);
  }

  #error(message: string): FormulaError {
    return new FormulaError(message, this.#at);
  }
}

class Table {
  readonly #formulas = new Map<string, Expression>();
  readonly #values = new Map<string, number>();
  readonly #open = new Set<string>();

  define(name: string, text: string): void {
    this.#formulas.set(name, new Parser(text).parse());
  }

  /** Each formula is evaluated once. */
  value(name: string): number {
    const known = this.#values.get(name);
    if (known !== undefined) return known;
    const formula = this.#formulas.get(name);
    if (formula === undefined) throw new RangeError(`no formula ${name}`);
    if (this.#open.has(name)) throw new RangeError(`${name} depends on itself`);
    this.#open.add(name);
    try {
      const value = formula.value(this);
      this.#values.set(name, value);
      return value;
    } finally {
      this.#open.delete(name);
    }
  }

  names(): string[] {
    const names: string[] = [];
    for (const name of this.#formulas.keys()) names.push(name);
    return names.sort();
  }
}

/** One line for each formula, by name: its value, or what is wrong. `text` has lines of the form `name = formula`. */
export function report(text: string): string {
  const table = new Table();
  const problems: string[] = [];
  for (const line of text.split('\n')) {
    const sign = line.indexOf('=');
    if (sign < 0) continue;
    const name = line.slice(0, sign).trim();
    try {
      table.define(name, line.slice(sign + 1).trim());
    } catch (error) {
      if (!(error instanceof FormulaError)) throw error;
      problems.push(`${name}: ${error.message}`);
    }
  }
  const lines = table.names().map((name) => {
    try {
      return `${name} = ${table.value(name)}`;
    } catch (error) {
      if (error instanceof RangeError) return `${name}: ${error.message}`;
      throw error;
    }
  });
  return [...lines, ...problems].join('\n');
}

/** The value of the last of `count` formulas, each the sum of the two before it, in a table of its own. */
export function chain(count: number): number {
  const table = new Table();
  table.define('a', '1');
  table.define('b', '1');
  const letters = 'abcdefghij';
  const nameOf = (index: number): string => {
    let name = '';
    for (const digit of String(index)) name += letters.charAt(Number(digit));
    return name;
  };
  let [before, last] = ['a', 'b'];
  for (let i = 10; i < count + 10; i++) {
    const name = nameOf(i);
    table.define(name, `(${before} + ${last}) / 1.5 - 0.25 * ${before}`);
    [before, last] = [last, name];
  }
  return table.value(last);
}
