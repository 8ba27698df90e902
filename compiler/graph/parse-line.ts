// Reads the words of one line of graph text: names, strings, types, constants.
import type { Container } from '../../runtime/lltype/types.ts';
import { ERROR_CLASSES, isErrorName } from '../program/error-classes.ts';
import type { ConstantValue } from '../program/nodes.ts';
import {
  ADDRESS,
  ARRAY_BUFFER,
  arrayOf,
  BOOLEAN,
  DATA_VIEW,
  F32,
  F64,
  functionOf,
  literalOf,
  INT_TYPES,
  NEVER,
  NULL,
  nullableOf,
  pointerTo,
  STRING,
  TYPED_ARRAYS,
  UNDEFINED,
  VOID,
  type ObjectType,
  type RtsType,
  type UnionType,
} from '../program/types.ts';
import type { Constant } from './graph.ts';

/** Wrong graph text. The message ends with the line. */
export class GraphSyntaxError extends Error {
  override readonly name = 'GraphSyntaxError';
}

const SIMPLE_TYPES: ReadonlyMap<string, RtsType> = new Map<string, RtsType>([
  ...Object.entries(INT_TYPES),
  ...TYPED_ARRAYS,
  ['f64', F64],
  ['f32', F32],
  ['boolean', BOOLEAN],
  ['string', STRING],
  ['void', VOID],
  ['never', NEVER],
  ['null', NULL],
  ['undefined', UNDEFINED],
  ['ArrayBuffer', ARRAY_BUFFER],
  ['DataView', DATA_VIEW],
  ['address', ADDRESS],
]);

/** The types that text knows by name only. */
export interface TypeTables {
  /** See `containersOf` in `print-types.ts`. */
  readonly containers?: ReadonlyMap<string, Container>;
  /** See `objectsOf` in `print-types.ts`. */
  readonly objects?: ReadonlyMap<string, ObjectType | UnionType>;
}

export class Line {
  readonly number: number;
  readonly #text: string;
  readonly #types: TypeTables;
  #position = 0;

  /** `text` is without its comment; `number` counts from 1. */
  constructor(text: string, number: number, types: TypeTables) {
    this.#text = text;
    this.number = number;
    this.#types = types;
  }

  get position(): number {
    return this.#position;
  }
  set position(position: number) {
    this.#position = position;
  }

  error(message: string): GraphSyntaxError {
    const line = this.#text.trim();
    return new GraphSyntaxError(
      `${message} at column ${this.#position + 1} of line ${this.number}: ${line}`,
    );
  }

  // ---- words ----

  /** The text that `pattern` (sticky) matches here, without the blanks before it; undefined if it does not. */
  match(pattern: RegExp): string | undefined {
    this.#skip(/ */y);
    return this.#skip(pattern);
  }

  #skip(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#position;
    const found = pattern.exec(this.#text)?.[0];
    if (found !== undefined) this.#position += found.length;
    return found;
  }

  /** Eats a mark or keyword if it stands here. */
  has(word: string): boolean {
    this.#skip(/ */y);
    if (!this.#text.startsWith(word, this.#position)) return false;
    const next = this.#text[this.#position + word.length] ?? '';
    if (/\w$/.test(word) && /\w/.test(next)) return false;
    this.#position += word.length;
    return true;
  }

  expect(word: string): void {
    if (!this.has(word)) throw this.error(`'${word}' expected`);
  }

  word(what: string): string {
    const found = this.match(/[A-Za-z_]\w*/y);
    if (found === undefined) throw this.error(`${what} expected`);
    return found;
  }

  get atEnd(): boolean {
    this.#skip(/ */y);
    return this.#position === this.#text.length;
  }

  expectEnd(): void {
    if (!this.atEnd) throw this.error('end of line expected');
  }

  /** `read` for each item between commas. */
  list<T>(read: () => T): T[] {
    const items = [read()];
    while (this.has(',')) items.push(read());
    return items;
  }

  /** `(`, items, `)`; nothing stands for no items if `optional`. */
  parenthesized<T>(read: () => T, optional: boolean): T[] {
    if (!this.has('(')) {
      if (optional) return [];
      throw this.error("'(' expected");
    }
    if (this.has(')')) return [];
    const items = this.list(read);
    this.expect(')');
    return items;
  }

  /** A string in double quotes as in JSON; undefined if none stands here. */
  string(): string | undefined {
    const found = this.match(/"(?:[^"\\]|\\.)*"/y);
    if (found === undefined) return undefined;
    try {
      const value: unknown = JSON.parse(found);
      if (typeof value === 'string') return value;
    } catch {
      // The message below says it.
    }
    throw this.error(`bad string ${found}`);
  }

  quoted(what: string): string {
    const value = this.string();
    if (value === undefined) throw this.error(`${what} in double quotes expected`);
    return value;
  }

  // ---- types and constants ----

  type(): RtsType {
    const base = this.#baseType();
    const allowsNull = this.has('|null');
    const allowsUndefined = this.has('|undefined');
    return allowsNull || allowsUndefined ? nullableOf(base, allowsNull, allowsUndefined) : base;
  }

  #baseType(): RtsType {
    if (this.has('Ptr<')) return pointerTo(this.#containerEnd());
    if (this.has('@')) return this.#objectEnd();
    if (this.has('array<')) {
      const element = this.type();
      this.expect('>');
      return arrayOf(element);
    }
    if (this.has('(')) {
      const type = this.type();
      this.expect(')');
      return type;
    }
    return this.has('literal<') ? this.#literalEnd() : this.#simpleType();
  }

  #literalEnd(): RtsType {
    const base = this.type();
    const literal = this.#literal();
    if (!literal) throw this.error('the value of a literal type expected');
    this.expect('>');
    const { value } = literal;
    return literalOf(typeof value === 'bigint' ? Number(value) : (value as string), base);
  }

  /** `@"name"` of an object. */
  object(): ObjectType {
    this.expect('@');
    const type = this.#objectEnd();
    if (type.kind !== 'object') throw this.error(`${type.name} is a union`);
    return type;
  }

  /** `@"name"` of a union. */
  union(): UnionType {
    this.expect('@');
    const type = this.#objectEnd();
    if (type.kind !== 'union') throw this.error(`${type.name} is no union`);
    return type;
  }

  #objectEnd(): ObjectType | UnionType {
    const name = this.quoted('the name of an object type');
    const type =
      this.#types.objects?.get(name) ?? (isErrorName(name) ? ERROR_CLASSES[name] : undefined);
    if (!type) throw this.error(`no object type "${name}" in the table`);
    return type;
  }

  #simpleType(): RtsType {
    const name = this.word('a type');
    if (name === 'fn') {
      let rest = false;
      const parameters = this.parenthesized(() => {
        rest = this.has('...');
        return this.type();
      }, false);
      this.expect('->');
      return functionOf(parameters, this.type(), rest);
    }
    const type = SIMPLE_TYPES.get(name);
    if (!type) throw this.error(`unknown type ${name}`);
    return type;
  }

  /** `<name>` of a container. */
  container(): Container {
    this.expect('<');
    return this.#containerEnd();
  }

  /** The name up to the `>` that closes the one already eaten. */
  #containerEnd(): Container {
    const start = this.#position;
    let end = start;
    for (let depth = 1; depth > 0; end++) {
      const character = this.#text[end];
      if (character === undefined) throw this.error("'>' expected");
      depth += character === '<' ? 1 : character === '>' ? -1 : 0;
    }
    const name = this.#text.slice(start, end - 1);
    const container = this.#types.containers?.get(name);
    if (!container) throw this.error(`no container <${name}> in the table`);
    this.#position = end;
    return container;
  }

  /** undefined if no literal stands here. */
  constant(): Constant | undefined {
    const literal = this.#literal();
    if (!literal) return undefined;
    const { value } = literal;
    if (this.has(':')) return typed(this.type(), value);
    if (typeof value === 'boolean') return { kind: 'constant', type: BOOLEAN, value };
    if (typeof value === 'string') return { kind: 'constant', type: STRING, value };
    throw this.error("':' and the type of the constant expected");
  }

  /** Wrapped, so that `undefined` can be one. Integers come as bigint. */
  #literal(): { value: ConstantValue } | undefined {
    const text = this.string();
    if (text !== undefined) return { value: text };
    const word = this.match(
      /(?:true|false|null|undefined|NaN|-?Infinity|-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)\b/y,
    );
    if (word === undefined) return undefined;
    const names: Readonly<Record<string, boolean | null>> = {
      true: true,
      false: false,
      null: null,
    };
    const named = names[word];
    if (named !== undefined) return { value: named };
    if (word === 'undefined') return { value: undefined };
    if (/^-?\d+$/.test(word) && word !== '-0') return { value: BigInt(word) };
    const value = Number(word);
    if (Number.isNaN(value) && word !== 'NaN') throw this.error(`bad number ${word}`);
    return { value };
  }
}

/** Integers as the type holds them; whether the type can hold the value at all is for `verify` to say. */
function typed(type: RtsType, value: ConstantValue): Constant {
  const base = type.kind === 'nullable' ? type.base : type;
  const wide = base.kind === 'int' && base.bits === 64;
  return {
    kind: 'constant',
    type,
    value: typeof value === 'bigint' && !wide ? Number(value) : value,
  };
}
