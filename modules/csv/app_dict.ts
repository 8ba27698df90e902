// Rows as objects with the names of the columns.
import { checkedDialect, kindOf, type DialectOptions } from './app_dialect.ts';
import { reader, type AsyncReader, type Reader, type Row } from './app_reader.ts';
import { makeWriter, type Field, type Sink, type Writer } from './app_writer.ts';

export interface DictReaderOptions extends DialectOptions {
  /** The names; if not given, the first row has them. */
  readonly fieldnames?: readonly string[];
  /** The property for an array of the fields beyond the names; without it they are left out. */
  readonly restkey?: string;
  /** The value of columns that a row does not have; null if not given. */
  readonly restval?: string | number | null;
}

export type DictRow = Record<string, string | number | null | Row>;

type Source = string | Iterable<string> | AsyncIterable<string | Uint8Array>;

/** Iterate it with `for`, or with `for await` where `source` is a stream. Rows without fields are left out. */
export class DictReader {
  readonly #rows: Reader | AsyncReader;
  readonly #restkey: string | undefined;
  readonly #restval: string | number | null;
  #names: readonly string[] | null;

  constructor(source: Source, options: DictReaderOptions = {}) {
    checkedDialect(options, 'DictReader', ['fieldnames', 'restkey', 'restval']);
    const { fieldnames, restkey, restval = null, ...dialect } = options;
    this.#names = fieldnames ? [...fieldnames] : null;
    this.#restkey = restkey;
    this.#restval = restval;
    this.#rows = reader(source as unknown as string, dialect);
  }

  /** null until the first row is read. */
  get fieldnames(): readonly string[] | null {
    return this.#names;
  }

  get line_num(): number {
    return this.#rows.line_num;
  }

  *[Symbol.iterator](): Generator<DictRow, void, undefined> {
    if (!(Symbol.iterator in this.#rows))
      throw new TypeError('DictReader: source is a stream: use `for await`');
    for (const row of this.#rows) {
      const made = this.#made(row);
      if (made) yield made;
    }
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<DictRow, void, undefined> {
    for await (const row of this.#rows) {
      const made = this.#made(row);
      if (made) yield made;
    }
  }

  #made(row: Row): DictRow | null {
    if (row.length === 0 && this.#names) return null;
    if (!this.#names) {
      this.#names = row.map(String);
      return null;
    }
    const names = this.#names;
    // A column may be called as something that every object has.
    const result = Object.create(null) as DictRow;
    names.forEach((name, index) => {
      result[name] = row[index] ?? this.#restval;
    });
    if (this.#restkey !== undefined && row.length > names.length)
      result[this.#restkey] = row.slice(names.length);
    return result;
  }
}

export interface DictWriterOptions extends DialectOptions {
  /** What is written for a property that a row does not have; empty if not given. */
  readonly restval?: Field;
  /** Whether properties that are no column are an error; 'raise' if not given. */
  readonly extrasaction?: 'raise' | 'ignore';
}

export class DictWriter {
  readonly fieldnames: readonly string[];
  readonly #writer: Writer;
  readonly #restval: Field;
  readonly #extras: 'raise' | 'ignore';

  constructor(sink: Sink, fieldnames: readonly string[], options: DictWriterOptions = {}) {
    const dialect = checkedDialect(options, 'DictWriter', ['restval', 'extrasaction']);
    const { restval = '', extrasaction = 'raise' } = options;
    if (!Array.isArray(fieldnames))
      throw new TypeError(`DictWriter: fieldnames must be an array, not ${kindOf(fieldnames)}`);
    if (extrasaction !== 'raise' && extrasaction !== 'ignore')
      throw new RangeError(
        `DictWriter: extrasaction must be 'raise' or 'ignore', not ${String(extrasaction)}`,
      );
    this.fieldnames = [...(fieldnames as readonly string[])];
    this.#writer = makeWriter(sink, dialect);
    this.#restval = restval;
    this.#extras = extrasaction;
  }

  writeheader(): unknown {
    return this.#writer.writerow(this.fieldnames);
  }

  /** RangeError for a property that is no column, unless these are ignored. */
  writerow(row: Readonly<Record<string, Field>>): unknown {
    if (typeof row !== 'object' || row === null)
      throw new TypeError(`writerow: row must be an object, not ${kindOf(row)}`);
    const extra = Object.keys(row).filter((name) => !this.fieldnames.includes(name));
    if (this.#extras === 'raise' && extra.length > 0)
      throw new RangeError(`writerow: row has ${extra.join(', ')}, which fieldnames have not`);
    return this.#writer.writerow(
      this.fieldnames.map((name) => (Object.hasOwn(row, name) ? row[name] : this.#restval)),
    );
  }

  writerows(rows: Iterable<Readonly<Record<string, Field>>>): void {
    for (const row of rows) this.writerow(row);
  }
}
