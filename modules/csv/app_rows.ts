// Pieces of text → rows, by the compiled scanner.
import { QUOTE_NONE, QUOTE_NONNUMERIC, type Dialect } from './app_dialect.ts';
import { CsvError } from './app_error.ts';
import { end_line, scan } from './interp_scan.ts';

/** Strings; with QUOTE_NONNUMERIC, numbers where no quotes stood. */
export type Row = (string | number)[];

/** Places in the array that the scanner shares with us, in the order of interp_scan.ts. */
const CONTROL = [
  'state',
  'delimiter',
  'quote',
  'escape',
  'doublequote',
  'skipSpace',
  'strict',
  'quoteNone',
  'nonNumeric',
  'position',
  'isText',
  'afterReturn',
  'inLine',
  'isNumeric',
  'error',
  'lines',
  'hasContent',
] as const;
type Control = (typeof CONTROL)[number];
const at = (name: Control): number => CONTROL.indexOf(name);
const [STATE, POSITION, AFTER_RETURN, IN_LINE, ERROR, LINES, CONTENT, IS_NUMERIC] = [
  at('state'),
  at('position'),
  at('afterReturn'),
  at('inLine'),
  at('error'),
  at('lines'),
  at('hasContent'),
  at('isNumeric'),
] as const;

const START_RECORD = 0;
const IN_QUOTED_FIELD = 4;
/** Of interp_scan.ts; a field that is complete is 1. */
const [PART, NUMERIC_FIELD, ROW, NEWLINE] = [0, 2, 3, 4];

/** The scanner gets texts in slices of this length; positions must fit into 29 bits. */
const SLICE = 1 << 16;
const EVENTS = 1 << 14;

export class RowScanner {
  readonly #control: Int32Array;
  readonly #events = new Uint32Array(EVENTS);
  readonly #dialect: Dialect;
  /** What is known of the field and the row that are not complete. */
  #field = '';
  #row: Row = [];
  /** Rows that nobody has taken yet, and after how many lines each ends. */
  readonly #rows: Row[] = [];
  readonly #lines: number[] = [];
  #next = 0;
  /** Lines up to the end of the last row. */
  #line = 0;

  /** `isText`: pieces of one text, whose lines end where it says; else each piece is a line. */
  constructor(dialect: Dialect, isText: boolean) {
    this.#dialect = dialect;
    const code = (text: string | null): number => (text === null ? -2 : text.charCodeAt(0));
    const values: Partial<Record<Control, number>> = {
      delimiter: code(dialect.delimiter),
      quote: code(dialect.quotechar),
      escape: code(dialect.escapechar),
      doublequote: Number(dialect.doublequote),
      skipSpace: Number(dialect.skipinitialspace),
      strict: Number(dialect.strict),
      quoteNone: Number(dialect.quoting === QUOTE_NONE),
      nonNumeric: Number(dialect.quoting === QUOTE_NONNUMERIC),
      isText: Number(isText),
    };
    this.#control = Int32Array.from(CONTROL, (name) => values[name] ?? 0);
  }

  feed(text: string): void {
    for (let from = 0; from < text.length; from += SLICE) {
      const slice = text.length > SLICE ? text.slice(from, from + SLICE) : text;
      this.#control[POSITION] = 0;
      while ((this.#control[POSITION] ?? 0) < slice.length) {
        this.#take(slice, scan(slice, this.#control, this.#events));
        this.#throwErrors();
      }
    }
  }

  endLine(): void {
    this.#take('', end_line(this.#control, this.#events));
    this.#throwErrors();
  }

  /** What is left is a row, unless the dialect is strict. */
  endText(): void {
    if (this.#control[IN_LINE] !== 0 || this.#control[AFTER_RETURN] !== 0) this.endLine();
    const state = this.#control[STATE];
    if (state === START_RECORD) return;
    if (this.#control[CONTENT] === 0 && state !== IN_QUOTED_FIELD) return;
    if (this.#dialect.strict) throw this.#error('unexpected end of data');
    const isNumeric = this.#control[IS_NUMERIC] !== 0;
    this.#row.push(isNumeric ? this.#number(this.#field) : this.#field);
    this.#endRow(this.#control[LINES] ?? 0);
    this.#control[STATE] = START_RECORD;
  }

  /** The next row that is complete, and the number of lines up to its end. */
  next(): { readonly row: Row; readonly line: number } | null {
    const row = this.#rows[this.#next];
    const line = this.#lines[this.#next] ?? 0;
    if (row) {
      this.#next++;
      return { row, line };
    }
    this.#rows.length = this.#lines.length = this.#next = 0;
    return null;
  }

  #take(text: string, words: number): void {
    const events = this.#events;
    for (let i = 0; i < words; i += 2) {
      const start = events[i] ?? 0;
      const word = events[i + 1] ?? 0;
      const kind = word & 7;
      if (kind === ROW) this.#endRow(start);
      else if (kind === NEWLINE) this.#field += '\n';
      else if (kind === PART) this.#field += text.slice(start, word >>> 3);
      else {
        const last = text.slice(start, word >>> 3);
        const field = this.#field === '' ? last : this.#field + last;
        this.#field = '';
        this.#row.push(kind === NUMERIC_FIELD ? this.#number(field) : field);
      }
    }
  }

  #endRow(line: number): void {
    this.#rows.push(this.#row);
    this.#lines.push(line);
    this.#line = line;
    this.#row = [];
    this.#field = '';
  }

  #throwErrors(): void {
    const error = this.#control[ERROR];
    if (error === 1) throw this.#error('a line goes on after its end: it is more than one line');
    const { delimiter, quotechar } = this.#dialect;
    if (error === 2) throw this.#error(`'${delimiter}' expected after '${quotechar}'`);
  }

  #number(text: string): number {
    const match = FLOAT.exec(text);
    if (match) return Number(text.replaceAll('_', ''));
    const word = SPECIAL.exec(text.trim().toLowerCase());
    if (!word) throw this.#error(`${JSON.stringify(text)} is no number, and not in quotes`);
    const size = word[2] === 'nan' ? NaN : Infinity;
    return word[1] === '-' ? -size : size;
  }

  /** Names the line in which the row begins. */
  #error(reason: string): CsvError {
    return new CsvError(`line ${this.#line + 1}: ${reason}`);
  }
}

/** What Python's `float` takes. */
const FLOAT =
  /^\s*[+-]?(?:\d+(?:_\d+)*\.?(?:\d+(?:_\d+)*)?|\.\d+(?:_\d+)*)(?:e[+-]?\d+(?:_\d+)*)?\s*$/i;
const SPECIAL = /^([+-]?)(nan|inf|infinity)$/;
