// Statements as users of JavaScript know them: prepared once, run with parameters, rows as objects.
import { DONE, execute } from './app_engine.ts';
import { ProgrammingError } from './app_errors.ts';
import type { Parameter, Value } from './app_frame.ts';
import { giveFrame, takeFrame } from './app_frames.ts';
import { isNamed, putParameters, type Named, type Parameters } from './app_parameters.ts';
import type { Prepared } from './app_prepared.ts';
import type { RowObject } from './app_row.ts';
import { ALL, FIRST, Run } from './app_run.ts';

export interface RunResult {
  /** Rows that the statement has inserted, updated or deleted, without those of triggers. */
  readonly changes: number;
  /** Of the row inserted last through the connection; a bigint if it is no safe number, or with the option `bigint`. */
  readonly lastInsertRowid: number | bigint;
}

export interface StatementOptions {
  /** Integers are bigints. If not given, they are numbers, and those that are no safe numbers are a RangeError. */
  readonly bigint?: boolean;
  /** Rows are arrays. */
  readonly arrays?: boolean;
}

export interface ColumnInfo {
  readonly name: string;
  /** As the table declares it; null for expressions. */
  readonly type: string | null;
  /** The column, the table and the schema that it is of. */
  readonly column: string | null;
  readonly table: string | null;
  readonly database: string | null;
}

/** Values by position, or one array of them; or an object of values by names, and behind it those without a name. */
export type Arguments =
  readonly Parameter[] | readonly [Parameters] | readonly [Named, ...Parameter[]];

/** How a result looks: objects, or with `arrays` arrays. */
export type AnyRow = RowObject | Value[];

/**
 * A prepared statement, made by `Connection.prepare`. `Symbol.dispose` finalizes it; without that, it is finalized some
 * time after nobody has it any more, or when the connection closes. Runs in transactions only if somebody begins them.
 */
export class Statement<R = RowObject> implements Disposable {
  readonly #prepared: Prepared;
  readonly #isBig: boolean;
  readonly #arrays: boolean;
  #isClosed = false;

  /** Of the module: users call `Connection.prepare`. */
  constructor(prepared: Prepared, { bigint = false, arrays = false }: StatementOptions) {
    this.#prepared = prepared;
    this.#isBig = bigint;
    this.#arrays = arrays;
  }

  /** Runs it to its end. */
  run(...values: Arguments): RunResult {
    const prepared = this.#usable('Statement.run');
    prepared.check('Statement.run');
    const { database, parameters } = prepared;
    const [named, rest] = split(values);
    const frame = takeFrame();
    try {
      putParameters(frame, parameters, named, rest, 'Statement.run');
      const code = execute(prepared, frame);
      if (code !== DONE) throw database.failure(code);
      return { changes: frame.changes, lastInsertRowid: frame.rowid(this.#isBig) };
    } finally {
      giveFrame(frame);
    }
  }
  /** The first row; undefined if there is none. */
  get(...values: Arguments): R | undefined {
    const run = this.#begin(values, 1, 'Statement.get');
    try {
      return run.next() ? this.#row(run) : undefined;
    } finally {
      run.end();
    }
  }
  /** All rows. */
  all(...values: Arguments): R[] {
    const run = this.#begin(values, ALL, 'Statement.all');
    const rows: R[] = [];
    try {
      while (run.next()) rows.push(this.#row(run));
    } finally {
      run.end();
    }
    return rows;
  }
  /** Rows one at a time. The statement runs until the loop ends, and cannot run a second time meanwhile. */
  iterate(...values: Arguments): IterableIterator<R, undefined> {
    const run = this.#begin(values, FIRST, 'Statement.iterate');
    return new RowIterator(run, () => this.#row(run));
  }

  /** The columns of its rows. */
  columns(): ColumnInfo[] {
    const { native, names } = this.#usable('Statement.columns');
    const origins = native.origins();
    return names.map((name, i) => {
      const [type = null, column = null, table = null, database = null] = origins.slice(4 * i);
      return { name, type, column, table, database };
    });
  }
  get sql(): string {
    return this.#prepared.sql;
  }
  /** The text with the values of the last run's parameters. */
  get expandedSQL(): string {
    return this.#usable('Statement.expandedSQL').native.expanded() ?? '';
  }
  /** Whether it changes nothing in the database. */
  get readonly(): boolean {
    return this.#usable('Statement.readonly').native.isReadOnly;
  }

  /** Finalizes it; a loop over its rows comes to its end. Does nothing the second time. */
  [Symbol.dispose](): void {
    const { database, run } = this.#prepared;
    if (this.#isClosed) return;
    if (database.isOpen) {
      if (this.#prepared.isInside)
        throw new ProgrammingError('Statement: it runs, and calls what disposes of it');
      run?.end();
      database.give(this.#prepared);
    }
    this.#isClosed = true;
  }

  #begin(values: Arguments, most: number, where: string): Run {
    const prepared = this.#usable(where);
    const [named, rest] = split(values);
    return new Run(prepared, named, rest, most, this.#isBig, where);
  }
  #row(run: Run): R {
    return (this.#arrays ? run.values() : run.object()) as R;
  }
  #usable(where: string): Prepared {
    if (this.#isClosed) throw new ProgrammingError(`${where}: the statement is finalized`);
    this.#prepared.database.check(where);
    return this.#prepared;
  }
}

/** The only argument may be an array; the first one may have names. */
function split(values: Arguments): readonly [Named | null, readonly unknown[]] {
  const first = values[0];
  if (typeof first !== 'object' || first === null) return [null, values];
  if (Array.isArray(first) && values.length === 1) return [null, first];
  return isNamed(first) ? [first, values.slice(1)] : [null, values];
}

class RowIterator<R> implements IterableIterator<R, undefined> {
  readonly #run: Run;
  readonly #row: () => R;
  constructor(run: Run, row: () => R) {
    this.#run = run;
    this.#row = row;
  }
  next(): IteratorResult<R, undefined> {
    const run = this.#run;
    try {
      if (run.next()) return { done: false, value: this.#row() };
    } catch (error) {
      run.end();
      throw error;
    }
    return { done: true, value: undefined };
  }
  return(): IteratorResult<R, undefined> {
    this.#run.end();
    return { done: true, value: undefined };
  }
  [Symbol.iterator](): this {
    return this;
  }
}
