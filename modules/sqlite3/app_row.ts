// How rows look: arrays, objects, `Row`, or what a function makes of them.
import type { Value } from './app_frame.ts';

/** A row by the names of its columns; of columns with the same name the last. */
export type RowObject = Record<string, Value>;

/** A row whose values are found by position and by name, in whatever case (CPython's `sqlite3.Row`). */
export class Row {
  readonly [index: number]: Value;
  readonly #names: readonly string[];
  readonly #values: readonly Value[];

  constructor(
    source: { readonly description: readonly (readonly [string, ...null[]])[] | null },
    values: readonly Value[],
  ) {
    this.#names = source.description?.map(([name]) => name) ?? [];
    this.#values = values;
    Object.assign(this, values);
  }
  get length(): number {
    return this.#values.length;
  }
  keys(): string[] {
    return [...this.#names];
  }
  /** A negative position counts from the end. RangeError for a column that is not there. */
  get(column: number | string): Value {
    const at = typeof column === 'number' ? column : this.#indexOf(column);
    const value = this.#values.at(at);
    if (!Number.isInteger(at) || value === undefined)
      throw new RangeError(`Row.get: there is no column ${column}`);
    return value;
  }
  #indexOf(name: string): number {
    const lower = name.toLowerCase();
    const at = this.#names.findIndex((one) => one.toLowerCase() === lower);
    return at < 0 ? NaN : at;
  }
  [Symbol.iterator](): IterableIterator<Value> {
    return this.#values[Symbol.iterator]();
  }
  toJSON(): RowObject {
    return Object.fromEntries(this.#names.map((name, i) => [name, this.#values[i] ?? null]));
  }
}
