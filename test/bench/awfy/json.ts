'use mixmod';
// Json: a parser over a document of some 25 kB. Strings by character and by part, a tree of objects of several classes.
import { DOCUMENT } from './json-document.ts';
import { Vector } from './som.ts';

abstract class JsonValue {
  get isObject(): boolean {
    return false;
  }

  get isArray(): boolean {
    return false;
  }

  asObject(): JsonObject {
    throw new Error('the value is no object');
  }

  asArray(): JsonArray {
    throw new Error('the value is no array');
  }
}

class JsonLiteral extends JsonValue {
  readonly text: string;

  constructor(text: string) {
    super();
    this.text = text;
  }
}

class JsonNumber extends JsonValue {
  readonly text: string;

  constructor(text: string) {
    super();
    this.text = text;
  }
}

class JsonString extends JsonValue {
  readonly text: string;

  constructor(text: string) {
    super();
    this.text = text;
  }
}

class JsonArray extends JsonValue {
  private readonly values = new Vector<JsonValue>();

  override get isArray(): boolean {
    return true;
  }

  override asArray(): JsonArray {
    return this;
  }

  get size(): number {
    return this.values.size;
  }

  add(value: JsonValue): void {
    this.values.append(value);
  }

  at(index: number): JsonValue {
    return this.values.at(index);
  }
}

const TABLE_SIZE = 32;

/** From names to the places where they were added last; full slots are overwritten, so a place is a guess. */
class HashIndexTable {
  /** Places plus one, in a byte. */
  private readonly slots = new Array<number>(TABLE_SIZE).fill(0);

  add(name: string, index: number): void {
    this.slots[this.slotOf(name)] = index < 255 ? index + 1 : 0;
  }

  /** -1 where there is none. */
  get(name: string): number {
    return this.slots[this.slotOf(name)] - 1;
  }

  /** No proper hash, but the same in all languages. */
  private slotOf(name: string): number {
    return (name.length * 1402589) & (TABLE_SIZE - 1);
  }
}

class JsonObject extends JsonValue {
  private readonly names = new Vector<string>();
  private readonly values = new Vector<JsonValue>();
  private readonly table = new HashIndexTable();

  override get isObject(): boolean {
    return true;
  }

  override asObject(): JsonObject {
    return this;
  }

  add(name: string, value: JsonValue): void {
    this.table.add(name, this.names.size);
    this.names.append(name);
    this.values.append(value);
  }

  get(name: string): JsonValue {
    const guess = this.table.get(name);
    if (guess >= 0 && this.names.at(guess) === name) return this.values.at(guess);
    for (let i = this.names.size - 1; i >= 0; i--) {
      if (this.names.at(i) === name) return this.values.at(i);
    }
    throw new Error(`there is no ${name}`);
  }
}

const NULL = new JsonLiteral('null');
const TRUE = new JsonLiteral('true');
const FALSE = new JsonLiteral('false');

class ParseError extends Error {
  readonly offset: number;
  readonly line: number;
  readonly column: number;

  constructor(message: string, offset: number, line: number, column: number) {
    super(`${message} at ${line}:${column}`);
    this.offset = offset;
    this.line = line;
    this.column = column;
  }
}

class Parser {
  private readonly input: string;
  private index = -1;
  private line = 1;
  private column = 0;
  /** The character at the index; empty at the end. */
  private current = '';
  /** What of a string was read before its last escape sequence. */
  private captured = '';
  private captureStart = -1;

  constructor(input: string) {
    this.input = input;
  }

  parse(): JsonValue {
    this.read();
    this.skipWhiteSpace();
    const value = this.readValue();
    this.skipWhiteSpace();
    if (this.current !== '') throw this.error('Unexpected character');
    return value;
  }

  private readValue(): JsonValue {
    switch (this.current) {
      case 'n':
        return this.readLiteral(NULL, 'null');
      case 't':
        return this.readLiteral(TRUE, 'true');
      case 'f':
        return this.readLiteral(FALSE, 'false');
      case '"':
        return new JsonString(this.readString());
      case '[':
        return this.readArray();
      case '{':
        return this.readObject();
      default:
        if (this.current === '-' || this.isDigit()) return this.readNumber();
        throw this.expected('value');
    }
  }

  private readLiteral(value: JsonLiteral, text: string): JsonValue {
    for (let i = 0; i < text.length; i++) this.require(text.charAt(i));
    return value;
  }

  private readArray(): JsonArray {
    const array = new JsonArray();
    this.read();
    this.skipWhiteSpace();
    if (this.accept(']')) return array;
    do {
      this.skipWhiteSpace();
      array.add(this.readValue());
      this.skipWhiteSpace();
    } while (this.accept(','));
    this.require(']');
    return array;
  }

  private readObject(): JsonObject {
    const object = new JsonObject();
    this.read();
    this.skipWhiteSpace();
    if (this.accept('}')) return object;
    do {
      this.skipWhiteSpace();
      if (this.current !== '"') throw this.expected('name');
      const name = this.readString();
      this.skipWhiteSpace();
      this.require(':');
      this.skipWhiteSpace();
      object.add(name, this.readValue());
      this.skipWhiteSpace();
    } while (this.accept(','));
    this.require('}');
    return object;
  }

  private readString(): string {
    this.read();
    this.captureStart = this.index;
    while (this.current !== '"') {
      if (this.current === '') throw this.expected('"');
      if (this.current === '\\') this.readEscape();
      else this.read();
    }
    const text = this.endCapture();
    this.read();
    return text;
  }

  private readEscape(): void {
    this.captured += this.input.substring(this.captureStart, this.index);
    this.read();
    this.captured += this.unescaped();
    this.read();
    this.captureStart = this.index;
  }

  private unescaped(): string {
    switch (this.current) {
      case '"':
      case '/':
      case '\\':
        return this.current;
      case 'b':
        return '\b';
      case 'f':
        return '\f';
      case 'n':
        return '\n';
      case 'r':
        return '\r';
      case 't':
        return '\t';
      default:
        throw this.expected('valid escape sequence');
    }
  }

  private endCapture(): string {
    const rest = this.input.substring(this.captureStart, this.index);
    if (this.captured === '') return rest;
    const text = this.captured + rest;
    this.captured = '';
    return text;
  }

  private readNumber(): JsonNumber {
    const start = this.index;
    this.accept('-');
    const isZero = this.current === '0';
    this.requireDigit();
    if (!isZero) this.skipDigits();
    if (this.accept('.')) {
      this.requireDigit();
      this.skipDigits();
    }
    if (this.accept('e') || this.accept('E')) {
      if (!this.accept('+')) this.accept('-');
      this.requireDigit();
      this.skipDigits();
    }
    return new JsonNumber(this.input.substring(start, this.index));
  }

  private requireDigit(): void {
    if (!this.isDigit()) throw this.expected('digit');
    this.read();
  }

  private skipDigits(): void {
    while (this.isDigit()) this.read();
  }

  private skipWhiteSpace(): void {
    while (
      this.current === ' ' ||
      this.current === '\t' ||
      this.current === '\n' ||
      this.current === '\r'
    ) {
      this.read();
    }
  }

  private isDigit(): boolean {
    switch (this.current) {
      case '0':
      case '1':
      case '2':
      case '3':
      case '4':
      case '5':
      case '6':
      case '7':
      case '8':
      case '9':
        return true;
      default:
        return false;
    }
  }

  private require(character: string): void {
    if (!this.accept(character)) throw this.expected(`'${character}'`);
  }

  /** Whether the current character is this one; it is behind us then. */
  private accept(character: string): boolean {
    if (this.current !== character) return false;
    this.read();
    return true;
  }

  private read(): void {
    if (this.current === '\n') {
      this.line++;
      this.column = 0;
    }
    this.index++;
    this.column++;
    this.current = this.input.charAt(this.index);
  }

  private expected(what: string): ParseError {
    return this.error(this.current === '' ? 'Unexpected end of input' : `Expected ${what}`);
  }

  private error(message: string): ParseError {
    return new ParseError(message, this.index, this.line, this.column);
  }
}

function isRight(value: JsonValue): boolean {
  if (!value.isObject) return false;
  const object = value.asObject();
  if (!object.get('head').isObject) return false;
  const operations = object.get('operations');
  return operations.isArray && operations.asArray().size === 156;
}

export function run(innerIterations: number): boolean {
  for (let i = 0; i < innerIterations; i++) {
    if (!isRight(new Parser(DOCUMENT).parse())) return false;
  }
  return true;
}

/** For wrong documents: what the parser says of them. */
export function parseError(text: string): string {
  try {
    new Parser(text).parse();
  } catch (error) {
    if (error instanceof ParseError) return `${error.message}, offset ${error.offset}`;
    throw error;
  }
  return 'none';
}
