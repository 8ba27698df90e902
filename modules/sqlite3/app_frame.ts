// Values of JavaScript ↔ the cells that the compiled part reads and writes (`interp_cells.ts`).
import { LONE_SURROGATE, wrongArgument } from './app_errors.ts';

/** What a column can hold. Integers that are no safe numbers are bigints, if these were asked for. */
export type Value = null | number | bigint | string | Uint8Array;
/** What a parameter may be: true and false are 1 and 0. */
export type Parameter = Value | boolean | ArrayBuffer | ArrayBufferView;

/** Of a cell, in the order of interp_cells.ts. */
const [NULL, REAL, INTEGER, WIDE, ASCII, TEXT, BLOB] = [0, 1, 2, 3, 4, 5, 6] as const;

/** Places in `state`: two words each. */
const [CHANGES, ROWID] = [2, 4] as const;

const CELLS = 1024;
const BYTES = 1 << 16;
/** Up to this length, texts are written unit by unit. */
const SHORT = 32;
const MOST_BYTES = 2 ** 31 - 1;
const LEAST_WIDE = -(2n ** 63n);
const MOST_WIDE = 2n ** 63n - 1n;

export class Frame {
  kinds: Uint8Array;
  numbers: Float64Array;
  wide: BigInt64Array;
  bytes: Uint8Array;
  /** The same memory. */
  #buffer: Buffer;
  /** What the compiled part tells, in the order of interp_run.ts. */
  readonly state = new Int32Array(32);
  /** Whose values are read, and the names of the columns: for messages. */
  where = '';
  columns: readonly string[] = [];
  #cell = 0;
  #byte = 0;
  /** The bytes as text, where all of those that are asked for are ASCII. */
  #text: string | null = null;
  #textEnd = 0;

  constructor(cells = CELLS, bytes = BYTES) {
    this.kinds = new Uint8Array(cells);
    this.numbers = new Float64Array(cells);
    this.wide = new BigInt64Array(this.numbers.buffer);
    this.bytes = new Uint8Array(bytes);
    this.#buffer = Buffer.from(this.bytes.buffer);
  }

  /** Makes room; what is there stays. */
  grow(cells: number, bytes: number): void {
    if (cells > this.kinds.length) {
      const { kinds, numbers } = this;
      this.kinds = new Uint8Array(cells);
      this.kinds.set(kinds);
      this.numbers = new Float64Array(cells);
      this.numbers.set(numbers);
      this.wide = new BigInt64Array(this.numbers.buffer);
    }
    if (bytes <= this.bytes.length) return;
    const larger = new Uint8Array(Math.min(MOST_BYTES, bytes));
    larger.set(this.bytes);
    this.bytes = larger;
    this.#buffer = Buffer.from(larger.buffer);
  }
  growTwice(): void {
    this.grow(2 * this.kinds.length, 2 * this.bytes.length);
  }
  get isLarge(): boolean {
    return this.bytes.length > 16 * BYTES || this.kinds.length > 16 * CELLS;
  }

  // ---- writing ----

  begin(cells: number): void {
    this.#cell = 0;
    this.#byte = 0;
    if (cells > this.kinds.length) this.grow(cells, 0);
  }

  /** Whether sqlite3 can have the value; else `refusal` says why not. */
  put(value: unknown): boolean {
    const cell = this.#cell++;
    if (typeof value === 'number') {
      const isInteger = Number.isSafeInteger(value) && (value !== 0 || 1 / value > 0);
      this.kinds[cell] = isInteger ? INTEGER : REAL;
      this.numbers[cell] = value;
    } else if (typeof value === 'string') return this.#putText(cell, value);
    else if (value === null) this.kinds[cell] = NULL;
    else if (typeof value === 'bigint') {
      if (value < LEAST_WIDE || value > MOST_WIDE) return false;
      this.kinds[cell] = WIDE;
      this.wide[cell] = value;
    } else if (typeof value === 'boolean') {
      this.kinds[cell] = INTEGER;
      this.numbers[cell] = value ? 1 : 0;
    } else {
      const bytes = bytesOf(value);
      return bytes !== null && this.#putBytes(cell, bytes);
    }
    return true;
  }

  #putText(cell: number, text: string): boolean {
    const { length } = text;
    if (3 * length > this.bytes.length - this.#byte) {
      const size = Buffer.byteLength(text);
      if (size > MOST_BYTES - this.#byte) return false;
      this.#need(size);
    }
    const { bytes } = this;
    const from = this.#byte;
    this.kinds[cell] = TEXT;
    if (length <= SHORT) {
      let i = 0;
      for (; i < length; i++) {
        const unit = text.charCodeAt(i);
        if (unit > 127) break;
        bytes[from + i] = unit;
      }
      if (i === length) {
        this.numbers[cell] = length;
        this.#byte += length;
        return true;
      }
    }
    const size = this.#buffer.write(text, from);
    if (size !== length && LONE_SURROGATE.test(text)) return false;
    this.numbers[cell] = size;
    this.#byte += size;
    return true;
  }

  #putBytes(cell: number, value: Uint8Array): boolean {
    if (value.length > MOST_BYTES - this.#byte) return false;
    this.#need(value.length);
    this.bytes.set(value, this.#byte);
    this.kinds[cell] = BLOB;
    this.numbers[cell] = value.length;
    this.#byte += value.length;
    return true;
  }

  #need(size: number): void {
    const wanted = this.#byte + size;
    if (wanted > this.bytes.length) this.grow(0, Math.max(wanted, 2 * this.bytes.length));
  }

  // ---- reading ----

  /** The first of values that take `bytes` bytes. */
  rewind(bytes: number): void {
    this.#cell = 0;
    this.#byte = 0;
    this.#text = null;
    this.#textEnd = bytes;
  }

  /** The next value. `isBig`: integers are bigints; else those that are no safe numbers are a RangeError. */
  take(isBig: boolean): Value {
    const cell = this.#cell++;
    switch (this.kinds[cell]) {
      case REAL:
        return this.numbers[cell] ?? NaN;
      case INTEGER:
        return isBig ? BigInt(this.numbers[cell] ?? NaN) : (this.numbers[cell] ?? NaN);
      case ASCII: {
        this.#text ??= this.#buffer.toString('latin1', 0, this.#textEnd);
        const from = this.#byte;
        this.#byte += this.numbers[cell] ?? NaN;
        return this.#text.substring(from, this.#byte);
      }
      case TEXT: {
        const from = this.#byte;
        this.#byte += this.numbers[cell] ?? NaN;
        return this.#buffer.toString('utf8', from, this.#byte);
      }
      case BLOB: {
        const from = this.#byte;
        this.#byte += this.numbers[cell] ?? NaN;
        return this.bytes.slice(from, this.#byte);
      }
      case WIDE:
        if (!isBig) throw this.#unsafe(cell);
        return this.wide[cell] ?? 0n;
      default:
        return null;
    }
  }

  #unsafe(cell: number): RangeError {
    const column = this.columns[cell % this.columns.length];
    const what = column === undefined ? 'an argument' : `the column ${column}`;
    return new RangeError(
      `${this.where}: ${what} is ${this.wide[cell]}, which is no safe number; use the option bigint`,
    );
  }

  /** What a statement has changed. */
  get changes(): number {
    return this.#word(CHANGES);
  }
  rowid(isBig: boolean): number | bigint {
    const id = this.#word(ROWID);
    if (!isBig && Number.isSafeInteger(id)) return id;
    const low = BigInt(this.state[ROWID] ?? 0) & 0xffffffffn;
    return (BigInt(this.state[ROWID + 1] ?? 0) << 32n) | low;
  }
  #word(at: number): number {
    return (this.state[at + 1] ?? 0) * 2 ** 32 + ((this.state[at] ?? 0) >>> 0);
  }
}

/** Why `put` does not take a value. */
export function refusal(where: string, argument: string, value: unknown): Error {
  const wrong = (text: string): RangeError => new RangeError(`${where}: ${argument} ${text}`);
  if (typeof value === 'bigint') return wrong(`must be an integer of 64 bits, not ${value}`);
  if (typeof value !== 'string' && bytesOf(value) === null)
    return wrongArgument(where, argument, KIND, value);
  if (typeof value !== 'string' || !LONE_SURROGATE.test(value)) return wrong('is too long');
  return new TypeError(`${where}: ${argument} contains a lone surrogate`);
}

const KIND = 'null, a number, a bigint, a string, a boolean or bytes';

export function bytesOf(value: unknown): Uint8Array | null {
  if (value instanceof Uint8Array) return value;
  if (value instanceof ArrayBuffer) return new Uint8Array(value);
  if (!ArrayBuffer.isView(value)) return null;
  return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
}
