// Connections: DB-API's methods, and those that users of JavaScript know.
import type { AggregateClass, Authorizer, Collation, ScalarFunction } from './app_calls.ts';
import { Cursor, type RowFactory } from './app_cursor.ts';
import type { Database, IsolationLevel } from './app_database.ts';
import { ProgrammingError, checkedFunction, checkedText } from './app_errors.ts';
import type { Value } from './app_frame.ts';
import {
  defineAggregate,
  defineCollation,
  defineFunction,
  setAuthorizer,
  setProgress,
  setTrace,
  type FunctionOptions,
} from './app_functions.ts';
import type { Parameters } from './app_parameters.ts';
import type { RowObject } from './app_row.ts';
import { Statement, type StatementOptions } from './app_statement.ts';
import { transaction, type Transaction } from './app_transaction.ts';

/** A connection to a database, made by `connect`. `Symbol.dispose` closes it. */
export class Connection implements Disposable {
  readonly #database: Database;
  /** What rows of new cursors become; null: arrays. */
  row_factory: RowFactory = null;

  /** Of the module: users call `connect`. */
  constructor(database: Database) {
    this.#database = database;
  }

  // ---- DB-API ----

  cursor(): Cursor {
    return new Cursor(this, this.#usable('Connection.cursor'));
  }
  /** `Cursor.execute` of a new cursor. */
  execute(sql: string, parameters: Parameters = []): Cursor {
    return this.cursor().execute(sql, parameters);
  }
  executemany(sql: string, parameters: Iterable<Parameters>): Cursor {
    return this.cursor().executemany(sql, parameters);
  }
  executescript(sql: string): Cursor {
    return this.cursor().executescript(sql);
  }
  /** Ends the transaction, if there is one; its changes stay. */
  commit(): void {
    const database = this.#usable('Connection.commit');
    if (database.inTransaction) database.script('COMMIT');
  }
  /** Ends the transaction, if there is one; its changes are taken back. */
  rollback(): void {
    const database = this.#usable('Connection.rollback');
    if (database.inTransaction) database.script('ROLLBACK');
  }
  /** Whether a transaction has begun and has not ended. */
  get in_transaction(): boolean {
    return this.#usable('Connection.in_transaction').inTransaction;
  }
  /** The kind of transaction that cursors begin before they change anything; null: they begin none. */
  get isolation_level(): IsolationLevel {
    return this.#usable('Connection.isolation_level').isolationLevel;
  }
  set isolation_level(level: IsolationLevel) {
    const database = this.#usable('Connection.isolation_level');
    database.isolationLevel = checkedLevel(level, 'Connection.isolation_level');
    if (level === null) this.commit();
  }
  /** Rows that have been changed since the connection was opened. */
  get total_changes(): number {
    return Number(this.#usable('Connection.total_changes').native.totalChanges);
  }
  /** Ends what runs; it throws an OperationalError. For functions that SQL calls: nothing else runs meanwhile. */
  interrupt(): void {
    this.#usable('Connection.interrupt').native.interrupt();
  }
  /** Closes it, finalizes its statements, takes back what has not been committed. Does nothing the second time. */
  close(): void {
    this.#database.close('Connection.close');
  }

  // ---- what SQL calls ----

  /** A function of SQL; `narg` is how many arguments it takes, -1 any number; null takes it away. */
  create_function(
    name: string,
    narg: number,
    func: ScalarFunction | null,
    options: FunctionOptions = {},
  ): void {
    const database = this.#usable('Connection.create_function');
    defineFunction(database, name, narg, func, options);
  }
  /** An aggregate function: of the class an object is made for each group. */
  create_aggregate(name: string, narg: number, aggregate_class: AggregateClass | null): void {
    const database = this.#usable('Connection.create_aggregate');
    defineAggregate(database, name, narg, aggregate_class, false);
  }
  /** The same for windows: its objects have the methods `inverse` and `value`, too. */
  create_window_function(name: string, narg: number, aggregate_class: AggregateClass | null): void {
    const database = this.#usable('Connection.create_window_function');
    defineAggregate(database, name, narg, aggregate_class, true);
  }
  /** An order of texts: a negative number where the first one comes first. */
  create_collation(name: string, callable: Collation | null): void {
    defineCollation(this.#usable('Connection.create_collation'), name, callable);
  }
  /** Asked for each thing that a statement wants to do, when it is compiled. */
  set_authorizer(authorizer_callback: Authorizer | null): void {
    setAuthorizer(this.#usable('Connection.set_authorizer'), authorizer_callback);
  }
  /** Called after each `n` instructions of sqlite3's machine; what is true ends the statement. */
  set_progress_handler(progress_handler: (() => unknown) | null, n = 1000): void {
    setProgress(this.#usable('Connection.set_progress_handler'), progress_handler, n);
  }
  /** Called with each statement that begins, with the values of its parameters. */
  set_trace_callback(trace_callback: ((sql: string) => unknown) | null): void {
    setTrace(this.#usable('Connection.set_trace_callback'), trace_callback);
  }

  // ---- as users of JavaScript know it ----

  /** Compiles a statement, to be run many times. */
  prepare(
    sql: string,
    options?: StatementOptions & { readonly arrays?: false },
  ): Statement<RowObject>;
  prepare(sql: string, options: StatementOptions & { readonly arrays: true }): Statement<Value[]>;
  prepare(sql: string, options: StatementOptions = {}): Statement<RowObject | Value[]> {
    const where = 'Connection.prepare';
    const database = this.#usable(where);
    const { bigint = database.isBig, arrays = false } = options;
    const prepared = database.take(sql, where);
    if (prepared === null) throw new ProgrammingError(`${where}: sql has no statement`);
    return new Statement(prepared, { bigint, arrays });
  }
  /** Runs all statements of a text; begins and ends no transaction. */
  exec(sql: string): this {
    const database = this.#usable('Connection.exec');
    database.script(checkedText(sql, 'Connection.exec', 'sql'));
    return this;
  }
  /**
   * The function, in a transaction: it is committed when the function returns, and taken back when it throws. Inside of
   * another transaction it is a savepoint.
   */
  transaction<A extends readonly unknown[], R>(body: (...values: A) => R): Transaction<A, R> {
    checkedFunction(body, 'Connection.transaction', 'body');
    return transaction(this.#usable('Connection.transaction'), body);
  }
  /** Whether it is not closed. */
  get open(): boolean {
    return this.#database.isOpen;
  }
  [Symbol.dispose](): void {
    this.close();
  }

  #usable(where: string): Database {
    this.#database.check(where);
    return this.#database;
  }
}

const LEVELS: ReadonlySet<unknown> = new Set(['', 'DEFERRED', 'IMMEDIATE', 'EXCLUSIVE', null]);

export function checkedLevel(level: unknown, where: string): IsolationLevel {
  const upper = typeof level === 'string' ? level.toUpperCase() : level;
  if (LEVELS.has(upper)) return upper as IsolationLevel;
  throw new TypeError(
    `${where}: isolation_level must be null, '', 'DEFERRED', 'IMMEDIATE' or 'EXCLUSIVE', not ${String(level)}`,
  );
}
