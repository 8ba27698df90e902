// `reader`: texts, lines or streams → rows, one at a time.
import { checkedDialect, kindOf, type DialectOptions } from './app_dialect.ts';
import { RowScanner, type Row } from './app_rows.ts';

export type { Row };

export interface Reader extends IterableIterator<Row> {
  /** Lines up to the end of the row that was read last; a row may take several. */
  readonly line_num: number;
}

export interface AsyncReader extends AsyncIterableIterator<Row> {
  readonly line_num: number;
}

type Pieces = AsyncIterable<string | Uint8Array>;

/**
 * Reads rows. A string is a whole text; another iterable gives lines, each with or without its end (as in CPython); an
 * async iterable, such as a stream, gives pieces of a text, as strings or in UTF-8. Throws csv.Error for what is wrong.
 */
export function reader(source: string | Iterable<string>, options?: DialectOptions): Reader;
export function reader(source: Pieces, options?: DialectOptions): AsyncReader;
export function reader(
  source: string | Iterable<string> | Pieces,
  options: DialectOptions = {},
): Reader | AsyncReader {
  const dialect = checkedDialect(options, 'reader');
  if (typeof source === 'string')
    return new SyncReader(new RowScanner(dialect, true), slices(source), true);
  if (isIterable(source)) return new SyncReader(new RowScanner(dialect, false), source, false);
  if (isAsyncIterable(source)) return new StreamReader(new RowScanner(dialect, true), source);
  throw new TypeError(`reader: source must be a string or iterable, not ${kindOf(source)}`);
}

const has = (value: unknown, symbol: symbol): boolean =>
  typeof value === 'object' && value !== null && symbol in value;
const isIterable = (value: unknown): value is Iterable<string> =>
  has(value, Symbol.iterator) && !(value instanceof Uint8Array);
const isAsyncIterable = (value: unknown): value is Pieces => has(value, Symbol.asyncIterator);

const SLICE = 1 << 16;
function* slices(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += SLICE) yield text.slice(at, at + SLICE);
}

class SyncReader implements Reader {
  readonly #rows: RowScanner;
  readonly #pieces: Iterator<string>;
  readonly #isText: boolean;
  #isDone = false;
  #line = 0;

  constructor(rows: RowScanner, source: Iterable<string>, isText: boolean) {
    this.#rows = rows;
    this.#pieces = source[Symbol.iterator]();
    this.#isText = isText;
  }

  get line_num(): number {
    return this.#line;
  }

  [Symbol.iterator](): this {
    return this;
  }

  next(): IteratorResult<Row, undefined> {
    for (;;) {
      const found = this.#rows.next();
      if (found) {
        this.#line = found.line;
        return { done: false, value: found.row };
      }
      if (this.#isDone) return { done: true, value: undefined };
      this.#more();
    }
  }

  return(): IteratorResult<Row, undefined> {
    this.#isDone = true;
    this.#pieces.return?.();
    return { done: true, value: undefined };
  }

  #more(): void {
    const { done, value } = this.#pieces.next();
    this.#isDone = done === true;
    if (done === true) return this.#rows.endText();
    if (typeof value !== 'string')
      throw new TypeError(`reader: source must give strings, not ${kindOf(value)}`);
    this.#rows.feed(value);
    if (!this.#isText) this.#rows.endLine();
  }
}

class StreamReader implements AsyncReader {
  readonly #rows: RowScanner;
  readonly #pieces: AsyncIterator<string | Uint8Array>;
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });
  #isDone = false;
  #line = 0;

  constructor(rows: RowScanner, source: Pieces) {
    this.#rows = rows;
    this.#pieces = source[Symbol.asyncIterator]();
  }

  get line_num(): number {
    return this.#line;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async next(): Promise<IteratorResult<Row, undefined>> {
    for (;;) {
      const found = this.#rows.next();
      if (found) {
        this.#line = found.line;
        return { done: false, value: found.row };
      }
      if (this.#isDone) return { done: true, value: undefined };
      const { done, value } = await this.#pieces.next();
      this.#isDone = done === true;
      if (done !== true) this.#rows.feed(this.#text(value));
      else {
        this.#rows.feed(this.#decoder.decode());
        this.#rows.endText();
      }
    }
  }

  async return(): Promise<IteratorResult<Row, undefined>> {
    this.#isDone = true;
    await this.#pieces.return?.();
    return { done: true, value: undefined };
  }

  #text(piece: unknown): string {
    if (typeof piece === 'string') return piece;
    if (piece instanceof Uint8Array) return this.#decoder.decode(piece, { stream: true });
    throw new TypeError(`reader: source must give strings or bytes, not ${kindOf(piece)}`);
  }
}
