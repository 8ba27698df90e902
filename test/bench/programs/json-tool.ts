'use mixmod';
// A JSON tool: parser with positions of errors (RFC 8259), printers, paths, equality, differences, merge patches (RFC 7396) and
// statistics. A value is what JSON has, as a union of JavaScript's own types.
import { i32 } from 'mixmod';

type Json = null | boolean | number | string | Json[] | JsonObject;

/** Members in the order in which they were written. */
class JsonObject {
  readonly members = new Map<string, Json>();

  get(name: string): Json | undefined {
    return this.members.get(name);
  }

  has(name: string): boolean {
    return this.members.has(name);
  }

  set(name: string, value: Json): void {
    this.members.set(name, value);
  }

  delete(name: string): void {
    this.members.delete(name);
  }

  names(): string[] {
    const names: string[] = [];
    this.members.forEach((_value, name) => {
      names.push(name);
    });
    return names;
  }

  get size(): number {
    return this.members.size;
  }
}

// ---- parsing ----

class JsonError extends Error {
  readonly line: number;
  readonly column: number;

  constructor(problem: string, text: string, offset: number) {
    const before = text.slice(0, offset);
    const line = before.split('\n').length;
    const column = offset - before.lastIndexOf('\n');
    super(`${problem} at ${line}:${column}`);
    this.name = 'JsonError';
    this.line = line;
    this.column = column;
  }
}

const enum Code {
  Tab = 9,
  LineFeed = 10,
  CarriageReturn = 13,
  Space = 32,
  Quote = 34,
  Plus = 43,
  Comma = 44,
  Minus = 45,
  Dot = 46,
  Slash = 47,
  Zero = 48,
  Nine = 57,
  Colon = 58,
  UpperA = 65,
  UpperE = 69,
  UpperF = 70,
  OpenBracket = 91,
  Backslash = 92,
  CloseBracket = 93,
  LowerA = 97,
  LowerB = 98,
  LowerE = 101,
  LowerF = 102,
  LowerN = 110,
  LowerR = 114,
  LowerT = 116,
  LowerU = 117,
  OpenBrace = 123,
  CloseBrace = 125,
}

const DEEPEST = 500;

class Parser {
  readonly #text: string;
  #at: i32 = 0;
  #depth: i32 = 0;

  constructor(text: string) {
    this.#text = text;
  }

  document(): Json {
    this.#skipSpace();
    const value = this.#value();
    this.#skipSpace();
    if (this.#at < this.#text.length) throw this.#error('unexpected text behind the value');
    return value;
  }

  /** -1 at the end. */
  #peek(): i32 {
    return this.#at < this.#text.length ? this.#text.charCodeAt(this.#at) | 0 : -1;
  }

  #error(problem: string, offset: i32 = this.#at): JsonError {
    return new JsonError(problem, this.#text, offset);
  }

  #unexpected(): JsonError {
    if (this.#at >= this.#text.length) return this.#error('unexpected end');
    return this.#error(`unexpected '${this.#text.charAt(this.#at)}'`);
  }

  #skipSpace(): void {
    for (;;) {
      const code = this.#peek();
      if (
        code !== Code.Space &&
        code !== Code.LineFeed &&
        code !== Code.CarriageReturn &&
        code !== Code.Tab
      )
        return;
      this.#at++;
    }
  }

  #value(): Json {
    const code = this.#peek();
    switch (code) {
      case Code.OpenBrace:
        return this.#object();
      case Code.OpenBracket:
        return this.#array();
      case Code.Quote:
        return this.#string();
      case Code.LowerT:
        this.#word('true');
        return true;
      case Code.LowerF:
        this.#word('false');
        return false;
      case Code.LowerN:
        this.#word('null');
        return null;
    }
    if (code === Code.Minus || isDigit(code)) return this.#number();
    throw this.#unexpected();
  }

  #word(word: string): void {
    if (!this.#text.startsWith(word, this.#at)) throw this.#unexpected();
    this.#at = (this.#at + word.length) | 0;
  }

  #enter(): void {
    this.#at++;
    this.#depth++;
    if (this.#depth > DEEPEST) throw this.#error('nested too deeply');
    this.#skipSpace();
  }

  #leave(): void {
    this.#at++;
    this.#depth--;
  }

  #object(): JsonObject {
    const object = new JsonObject();
    this.#enter();
    if (this.#peek() === Code.CloseBrace) {
      this.#leave();
      return object;
    }
    for (;;) {
      if (this.#peek() !== Code.Quote) throw this.#unexpected();
      const start = this.#at;
      const name = this.#string();
      if (object.has(name)) throw this.#error(`'${name}' twice`, start);
      this.#skipSpace();
      if (this.#peek() !== Code.Colon) throw this.#unexpected();
      this.#at++;
      this.#skipSpace();
      object.set(name, this.#value());
      this.#skipSpace();
      if (this.#peek() === Code.CloseBrace) break;
      if (this.#peek() !== Code.Comma) throw this.#unexpected();
      this.#at++;
      this.#skipSpace();
    }
    this.#leave();
    return object;
  }

  #array(): Json[] {
    const items: Json[] = [];
    this.#enter();
    if (this.#peek() === Code.CloseBracket) {
      this.#leave();
      return items;
    }
    for (;;) {
      items.push(this.#value());
      this.#skipSpace();
      if (this.#peek() === Code.CloseBracket) break;
      if (this.#peek() !== Code.Comma) throw this.#unexpected();
      this.#at++;
      this.#skipSpace();
    }
    this.#leave();
    return items;
  }

  #number(): number {
    const start = this.#at;
    if (this.#peek() === Code.Minus) this.#at++;
    if (this.#peek() === Code.Zero) this.#at++;
    else this.#digits();
    let isWhole = true;
    if (this.#peek() === Code.Dot) {
      isWhole = false;
      this.#at++;
      this.#digits();
    }
    if (this.#peek() === Code.LowerE || this.#peek() === Code.UpperE) {
      isWhole = false;
      this.#at++;
      if (this.#peek() === Code.Plus || this.#peek() === Code.Minus) this.#at++;
      this.#digits();
    }
    // Short whole numbers are exact.
    if (isWhole && this.#at - start < 16) return this.#small(start);
    return Number(this.#text.slice(start, this.#at));
  }

  #small(start: i32): number {
    const isNegative = this.#text.charCodeAt(start) === Code.Minus;
    let value = 0;
    for (let i = isNegative ? start + 1 : start; i < this.#at; i++)
      value = value * 10 + (this.#text.charCodeAt(i) - Code.Zero);
    return isNegative ? -value : value;
  }

  #digits(): void {
    const start = this.#at;
    while (isDigit(this.#peek())) this.#at++;
    if (this.#at === start) throw this.#unexpected();
  }

  #string(): string {
    this.#at++;
    let start = this.#at;
    let made = '';
    for (;;) {
      const code = this.#peek();
      if (code === Code.Quote) {
        made += this.#text.slice(start, this.#at);
        this.#at++;
        return made;
      }
      if (code < Code.Space) {
        if (code < 0) throw this.#error('unexpected end');
        throw this.#error('a control character in a string');
      }
      if (code !== Code.Backslash) {
        this.#at++;
        continue;
      }
      made += this.#text.slice(start, this.#at);
      this.#at++;
      made += this.#escape();
      start = this.#at;
    }
  }

  #escape(): string {
    const code = this.#peek();
    this.#at++;
    switch (code) {
      case Code.Quote:
        return '"';
      case Code.Backslash:
        return '\\';
      case Code.Slash:
        return '/';
      case Code.LowerB:
        return '\b';
      case Code.LowerF:
        return '\f';
      case Code.LowerN:
        return '\n';
      case Code.LowerR:
        return '\r';
      case Code.LowerT:
        return '\t';
      case Code.LowerU:
        return String.fromCharCode(this.#hexadecimal());
    }
    throw this.#error('unknown escape', this.#at - 1);
  }

  #hexadecimal(): number {
    let value = 0;
    for (let i = 0; i < 4; i++) {
      const digit = hexadecimalDigit(this.#peek());
      if (digit < 0) throw this.#unexpected();
      value = value * 16 + digit;
      this.#at++;
    }
    return value;
  }
}

const isDigit = (code: i32): boolean => code >= Code.Zero && code <= Code.Nine;

function hexadecimalDigit(code: i32): i32 {
  if (isDigit(code)) return code - Code.Zero;
  if (code >= Code.LowerA && code <= Code.LowerF) return code - Code.LowerA + 10;
  if (code >= Code.UpperA && code <= Code.UpperF) return code - Code.UpperA + 10;
  return -1;
}

const parse = (text: string): Json => new Parser(text).document();

// ---- printing ----

interface Style {
  /** Spaces for each level; 0: all on one line. */
  readonly indent: number;
  /** Arrays and objects that fit stand on one line. */
  readonly width: number;
  readonly sorted: boolean;
}

const COMPACT: Style = { indent: 0, width: 0, sorted: false };
const PRETTY: Style = { indent: 2, width: 0, sorted: false };

class Printer {
  readonly #style: Style;
  #made = '';

  constructor(style: Style) {
    this.#style = style;
  }

  print(value: Json): string {
    this.#made = '';
    this.#value(value, 0);
    return this.#made;
  }

  #value(value: Json, level: number): void {
    if (value === null) this.#made += 'null';
    else if (typeof value === 'string') this.#made += quoted(value);
    else if (typeof value === 'number') this.#made += numberText(value);
    else if (typeof value === 'boolean') this.#made += value ? 'true' : 'false';
    else if (this.#fits(value, level)) this.#made += new Printer(COMPACT_SPACED).print(value);
    else if (Array.isArray(value)) this.#array(value, level);
    else this.#object(value, level);
  }

  /** It is short enough for the rest of the line. */
  #fits(value: Json[] | JsonObject, level: number): boolean {
    const { indent, width } = this.#style;
    return width > 0 && lengthUpTo(value, width) <= width - level * indent;
  }

  #array(items: Json[], level: number): void {
    if (items.length === 0) {
      this.#made += '[]';
      return;
    }
    this.#made += '[';
    items.forEach((item, i) => {
      if (i > 0) this.#made += this.#separator();
      this.#line(level + 1);
      this.#value(item, level + 1);
    });
    this.#line(level);
    this.#made += ']';
  }

  #object(object: JsonObject, level: number): void {
    if (object.size === 0) {
      this.#made += '{}';
      return;
    }
    const names = object.names();
    if (this.#style.sorted) names.sort();
    this.#made += '{';
    names.forEach((name, i) => {
      if (i > 0) this.#made += this.#separator();
      this.#line(level + 1);
      this.#made += quoted(name);
      this.#made += this.#style === COMPACT ? ':' : ': ';
      this.#value(object.get(name) ?? null, level + 1);
    });
    this.#line(level);
    this.#made += '}';
  }

  #separator(): string {
    return this.#style === COMPACT_SPACED ? ', ' : ',';
  }

  #line(level: number): void {
    const { indent } = this.#style;
    if (indent > 0) this.#made += `\n${' '.repeat(indent * level)}`;
  }
}

const COMPACT_SPACED: Style = { indent: 0, width: 0, sorted: false };

/** Of the value on one line, or more than `most`. */
function lengthUpTo(value: Json, most: number): number {
  if (value === null) return 4;
  if (typeof value === 'string') return value.length + 2;
  if (typeof value === 'number') return numberText(value).length;
  if (typeof value === 'boolean') return value ? 4 : 5;
  let length = 2;
  if (Array.isArray(value)) {
    for (const item of value) {
      if (length > most) return length;
      length += lengthUpTo(item, most) + 2;
    }
    return length;
  }
  for (const name of value.names()) {
    if (length > most) return length;
    length += name.length + 6 + lengthUpTo(value.get(name) ?? null, most);
  }
  return length;
}

const numberText = (value: number): string => (value === 0 ? '0' : `${value}`);

const HEXADECIMAL = '0123456789abcdef';

/** As JSON.stringify does it (ECMA-262 25.5.2.3): lone surrogates are escaped too. */
function quoted(text: string): string {
  let made = '"';
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= Code.Space && code !== Code.Quote && code !== Code.Backslash) {
      if (code < 0xd800 || code > 0xdfff) continue;
      if (isPair(text, i)) {
        i++;
        continue;
      }
    }
    made += text.slice(start, i) + escaped(code);
    start = i + 1;
  }
  return `${made}${text.slice(start)}"`;
}

function isPair(text: string, at: number): boolean {
  if (text.charCodeAt(at) > 0xdbff || at + 1 >= text.length) return false;
  const low = text.charCodeAt(at + 1);
  return low >= 0xdc00 && low <= 0xdfff;
}

function escaped(code: number): string {
  switch (code) {
    case Code.Quote:
      return '\\"';
    case Code.Backslash:
      return '\\\\';
    case 8:
      return '\\b';
    case 12:
      return '\\f';
    case Code.LineFeed:
      return '\\n';
    case Code.CarriageReturn:
      return '\\r';
    case Code.Tab:
      return '\\t';
  }
  let digits = '';
  for (let shift = 12; shift >= 0; shift -= 4) digits += HEXADECIMAL.charAt((code >> shift) & 15);
  return `\\u${digits}`;
}

const print = (value: Json, style: Style): string => new Printer(style).print(value);

// ---- paths: `a.b[0].c` ----

type Step =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'index'; readonly index: number };

function stepsOf(path: string): Step[] {
  const steps: Step[] = [];
  let at = 0;
  while (at < path.length) {
    if (path.charAt(at) === '[') {
      const end = path.indexOf(']', at);
      if (end < 0) throw new JsonError('no ] in the path', path, at);
      steps.push({ kind: 'index', index: Number(path.slice(at + 1, end)) });
      at = end + 1;
      continue;
    }
    if (path.charAt(at) === '.') at++;
    const start = at;
    while (at < path.length && path.charAt(at) !== '.' && path.charAt(at) !== '[') at++;
    if (at === start) throw new JsonError('an empty name in the path', path, at);
    steps.push({ kind: 'name', name: path.slice(start, at) });
  }
  return steps;
}

/** undefined where nothing is. */
function select(value: Json, path: string): Json | undefined {
  let found: Json | undefined = value;
  for (const step of stepsOf(path)) {
    if (found === undefined || found === null || typeof found !== 'object') return undefined;
    if (step.kind === 'index') found = Array.isArray(found) ? found.at(step.index) : undefined;
    else found = Array.isArray(found) ? undefined : found.get(step.name);
  }
  return found;
}

// ---- equality and differences ----

/** Members may stand in any order. */
function isEqual(a: Json, b: Json): boolean {
  if (a === b) return true;
  if (Array.isArray(a))
    return (
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((item, i) => {
        const other = b.at(i);
        return other !== undefined && isEqual(item, other);
      })
    );
  if (!(a instanceof JsonObject) || !(b instanceof JsonObject) || a.size !== b.size) return false;
  return a.names().every((name) => {
    const [mine, other] = [a.get(name), b.get(name)];
    return mine !== undefined && other !== undefined && isEqual(mine, other);
  });
}

interface Change {
  readonly kind: 'added' | 'removed' | 'changed';
  readonly path: string;
}

function changes(from: Json, to: Json, path: string, found: Change[]): void {
  if (from instanceof JsonObject && to instanceof JsonObject) {
    for (const name of from.names()) {
      const inner = path === '' ? name : `${path}.${name}`;
      const [before, after] = [from.get(name), to.get(name)];
      if (after === undefined) found.push({ kind: 'removed', path: inner });
      else if (before !== undefined) changes(before, after, inner, found);
    }
    for (const name of to.names())
      if (!from.has(name))
        found.push({ kind: 'added', path: path === '' ? name : `${path}.${name}` });
    return;
  }
  if (Array.isArray(from) && Array.isArray(to)) {
    const shared = Math.min(from.length, to.length);
    for (let i = 0; i < shared; i++) changes(from[i], to[i], `${path}[${i}]`, found);
    for (let i = shared; i < from.length; i++)
      found.push({ kind: 'removed', path: `${path}[${i}]` });
    for (let i = shared; i < to.length; i++) found.push({ kind: 'added', path: `${path}[${i}]` });
    return;
  }
  if (!isEqual(from, to)) found.push({ kind: 'changed', path });
}

// ---- merge patches (RFC 7396) ----

function merged(target: Json, patch: Json): Json {
  if (!(patch instanceof JsonObject)) return patch;
  const result = new JsonObject();
  if (target instanceof JsonObject)
    for (const name of target.names()) result.set(name, target.get(name) ?? null);
  for (const name of patch.names()) {
    const value = patch.get(name) ?? null;
    if (value === null) result.delete(name);
    else result.set(name, merged(result.get(name) ?? null, value));
  }
  return result;
}

// ---- statistics ----

class Statistics {
  objects = 0;
  arrays = 0;
  strings = 0;
  numbers = 0;
  others = 0;
  depth = 0;
  sum = 0;
  characters = 0;

  add(value: Json, depth: number): void {
    this.depth = Math.max(this.depth, depth);
    switch (typeof value) {
      case 'string':
        this.strings++;
        this.characters += value.length;
        return;
      case 'number':
        this.numbers++;
        this.sum += value;
        return;
      case 'boolean':
        this.others++;
        return;
    }
    if (value === null) {
      this.others++;
    } else if (Array.isArray(value)) {
      this.arrays++;
      for (const item of value) this.add(item, depth + 1);
    } else {
      this.objects++;
      for (const name of value.names()) this.add(value.get(name) ?? null, depth + 1);
    }
  }

  toText(): string {
    const { objects, arrays, strings, numbers, others } = this;
    return `${objects} objects, ${arrays} arrays, ${strings} strings, ${numbers} numbers, ${others} others, depth ${this.depth}`;
  }
}

// ---- what can be called from outside ----

const attempt = (make: () => string): string => {
  try {
    return make();
  } catch (error) {
    if (error instanceof JsonError) return `${error.name}: ${error.message}`;
    throw error;
  }
};

export const minified = (text: string): string => attempt(() => print(parse(text), COMPACT));
export const pretty = (text: string): string => attempt(() => print(parse(text), PRETTY));
export const sortedWithin = (text: string, width: number): string =>
  attempt(() => print(parse(text), { indent: 2, width, sorted: true }));
export const selected = (text: string, path: string): string =>
  attempt(() => {
    const found = select(parse(text), path);
    return found === undefined ? 'nothing' : print(found, COMPACT);
  });
export const patched = (text: string, patch: string): string =>
  attempt(() => print(merged(parse(text), parse(patch)), COMPACT));
export const difference = (from: string, to: string): string =>
  attempt(() => {
    const found: Change[] = [];
    changes(parse(from), parse(to), '', found);
    return found.map(({ kind, path }) => `${kind} ${path}`).join(', ');
  });
export const statistics = (text: string): string =>
  attempt(() => {
    const made = new Statistics();
    made.add(parse(text), 0);
    return made.toText();
  });

// ---- the benchmark ----

/** A document of `count` records, the same every time. */
function sample(count: number): string {
  let state = 42;
  const next = (): number => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state;
  };
  const lines: string[] = [];
  for (let i = 0; i < count; i++) {
    const tags = ['red', 'green', 'blue'].slice(next() % 3).map((tag) => `"${tag}"`);
    lines.push(
      `{"id": ${i}, "name": "item \\"${i}\\" \\u00e9", "price": ${(next() % 100000) / 100}, ` +
        `"tags": [${tags.join(', ')}], "size": {"width": ${next() % 100}, "height": -${(next() % 100) + 1}e1}, ` +
        `"active": ${next() % 2 === 0 ? 'true' : 'false'}, "note": null}`,
    );
  }
  return `{"items": [\n${lines.join(',\n')}\n], "count": ${count}}`;
}

/** Parses, prints, parses again, compares: the length of what is printed. */
export function run(count: number): number {
  const text = sample(count);
  const value = parse(text);
  const printed = print(value, { indent: 2, width: 60, sorted: true });
  const again = parse(printed);
  if (!isEqual(value, again)) return -1;
  const made = new Statistics();
  made.add(again, 0);
  return printed.length + print(value, COMPACT).length + made.characters + Math.round(made.sum);
}
