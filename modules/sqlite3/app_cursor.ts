// DB-API's cursors: they execute statements by their texts, begin transactions, and give rows.
import type { Connection } from './app_connection.ts';
import type { Database } from './app_database.ts';
import { DONE, execute } from './app_engine.ts';
import { ProgrammingError, checkedInteger, checkedText, wrongArgument } from './app_errors.ts';
import type { Value } from './app_frame.ts';
import { giveFrame, takeFrame } from './app_frames.ts';
import { putParameters, splitParameters, type Parameters } from './app_parameters.ts';
import type { Prepared } from './app_prepared.ts';
import { Row } from './app_row.ts';
import { FIRST, Run } from './app_run.ts';

/** The name of a column, and six times null, as in CPython. */
export type Description = readonly [string, null, null, null, null, null, null];

/** What a row becomes. */
export type RowFactory = ((cursor: Cursor, values: Value[]) => unknown) | typeof Row | null;

export class Cursor<R = Value[]> implements Disposable, Iterable<R> {
  readonly connection: Connection;
  readonly #database: Database;
  /** How many rows `fetchmany` gives. */
  arraysize = 1;
  row_factory: RowFactory;
  #run: Run | null = null;
  #description: readonly Description[] | null = null;
  #rowcount = -1;
  /** What had been changed through the connection before the statement. */
  #before = 0n;
  #lastrowid: number | bigint | null = null;
  #isClosed = false;

  /** Of the module: users call `Connection.cursor`. */
  constructor(connection: Connection, database: Database) {
    this.connection = connection;
    this.#database = database;
    this.row_factory = connection.row_factory;
  }

  /** Runs one statement; begins a transaction before it changes anything (`isolation_level`). */
  execute(sql: string, parameters: Parameters = []): this {
    const where = 'Cursor.execute';
    const database = this.#begin(where);
    const { named, values } = splitParameters(parameters, where, 'parameters');
    const prepared = database.take(sql, where);
    this.#description = null;
    this.#rowcount = -1;
    if (prepared === null) return this;
    try {
      if (prepared.isDml) database.beginImplicitly();
      this.#before = database.native.totalChanges;
      this.#run = new Run(prepared, named, values, FIRST, database.isBig, where);
      this.#describe(prepared);
      this.#lastrowid = safe(database.native.lastRow, database.isBig);
    } finally {
      if (this.#run === null) database.give(prepared);
    }
    // A statement without rows is at its end.
    if (this.#run.next()) this.#count(prepared);
    else this.#end();
    return this;
  }

  /** Runs one statement that changes something, with each of the parameters. */
  executemany(sql: string, parameters: Iterable<Parameters>): this {
    const where = 'Cursor.executemany';
    const database = this.#begin(where);
    if (typeof (parameters as Partial<Iterable<unknown>> | null)?.[Symbol.iterator] !== 'function')
      throw wrongArgument(where, 'parameters', 'iterable', parameters);
    const prepared = database.take(sql, where);
    this.#description = null;
    this.#rowcount = -1;
    if (prepared === null) return this;
    try {
      if (!prepared.isDml)
        throw new ProgrammingError(`${where}: sql must insert, update, delete or replace`);
      database.beginImplicitly();
      this.#rowcount = runEach(prepared, parameters, where);
    } finally {
      database.give(prepared);
    }
    return this;
  }

  /** Commits, then runs all statements of a text. */
  executescript(sql: string): this {
    const where = 'Cursor.executescript';
    const database = this.#begin(where);
    const script = checkedText(sql, where, 'sql');
    if (database.inTransaction) database.script('COMMIT');
    database.script(script);
    return this;
  }

  /** The next row; null if there is none. */
  fetchone(): R | null {
    const run = this.#rows('Cursor.fetchone');
    if (run === null) return null;
    try {
      if (run.next()) return this.#row(run);
    } catch (error) {
      this.#end();
      throw error;
    }
    this.#end();
    return null;
  }
  fetchmany(size: number = this.arraysize): R[] {
    checkedInteger(size, 0, Number.MAX_SAFE_INTEGER, 'Cursor.fetchmany', 'size');
    const rows: R[] = [];
    while (rows.length < size) {
      const row = this.fetchone();
      if (row === null) break;
      rows.push(row);
    }
    return rows;
  }
  fetchall(): R[] {
    return [...this];
  }
  *[Symbol.iterator](): IterableIterator<R> {
    for (;;) {
      const run = this.#rows('Cursor.next');
      if (run === null) return;
      const row = this.fetchone();
      if (row === null) return;
      yield row;
    }
  }

  /** The columns of the last statement's rows; null if it has none. */
  get description(): readonly Description[] | null {
    return this.#description;
  }
  /** How many rows the last statement has changed; -1 if it was none that does. */
  get rowcount(): number {
    return this.#rowcount;
  }
  /** Of the row that was inserted last; null if nothing has been executed. */
  get lastrowid(): number | bigint | null {
    return this.#lastrowid;
  }

  /** Ends it: further use is an error. Does nothing the second time. */
  close(): void {
    this.#end();
    this.#isClosed = true;
  }
  [Symbol.dispose](): void {
    this.close();
  }

  #begin(where: string): Database {
    this.#check(where);
    this.#end();
    return this.#database;
  }
  #check(where: string): void {
    if (this.#isClosed) throw new ProgrammingError(`${where}: the cursor is closed`);
    this.#database.check(where);
  }
  #rows(where: string): Run | null {
    this.#check(where);
    return this.#run;
  }
  #row(run: Run): R {
    const values = run.values();
    const factory = this.row_factory;
    if (factory === null) return values as R;
    if (factory === Row) return new Row(this as never, values) as R;
    return (factory as (cursor: unknown, values: Value[]) => R)(this, values);
  }
  #describe(prepared: Prepared): void {
    const { names } = prepared;
    if (names.length === 0) return;
    this.#description = names.map((name) => [name, null, null, null, null, null, null]);
  }
  /** sqlite3 counts the changes of a statement when it has come to its end. */
  #count(prepared: Prepared): void {
    if (!prepared.isDml) return;
    const { native } = prepared.database;
    this.#rowcount = native.totalChanges === this.#before ? 0 : Number(native.changes);
  }
  #end(): void {
    const run = this.#run;
    if (run === null) return;
    this.#run = null;
    run.end();
    const { prepared } = run;
    if (!prepared.database.isOpen) return;
    this.#count(prepared);
    prepared.database.give(prepared);
  }
}

function runEach(prepared: Prepared, all: Iterable<Parameters>, where: string): number {
  const { database } = prepared;
  let [index, changes] = [0, 0];
  const frame = takeFrame();
  try {
    for (const one of all) {
      const { named, values } = splitParameters(one, where, `parameters[${index++}]`);
      prepared.check(where);
      putParameters(frame, prepared.parameters, named, values, where);
      const code = execute(prepared, frame);
      if (code !== DONE) throw database.failure(code);
      changes += frame.changes;
    }
  } finally {
    giveFrame(frame);
  }
  return changes;
}

const safe = (id: bigint, isBig: boolean): number | bigint =>
  !isBig && Number.isSafeInteger(Number(id)) ? Number(id) : id;
