// A connection as the rest of the module sees it: whether it is open and what it is doing, its statements by their texts,
// and the errors of what failed.
import type { Connection } from './interp_sqlite3.ts';
import { OperationalError, ProgrammingError, checkedText, errorOf } from './app_errors.ts';
import { Callees, calling } from './app_calls.ts';
import { NO_ROOM } from './app_engine.ts';
import { Prepared } from './app_prepared.ts';

/** The kind of transaction that cursors begin; null: none. */
export type IsolationLevel = '' | 'DEFERRED' | 'IMMEDIATE' | 'EXCLUSIVE' | null;

export class Database {
  readonly native: Connection;
  /** Integers are bigints. */
  readonly isBig: boolean;
  isolationLevel: IsolationLevel = '';
  isOpen = true;
  /** Whether SQL can call functions of JavaScript. */
  hasCalls = false;
  /** Calls of sqlite3 that have not returned: more than none while it calls JavaScript. */
  depth = 0;
  readonly callees = new Callees();
  /** Statements that are not running, the one that was used last at the end. */
  readonly #cache = new Map<string, Prepared>();
  readonly #cacheSize: number;

  constructor(native: Connection, isBig: boolean, cacheSize: number) {
    this.native = native;
    this.isBig = isBig;
    this.#cacheSize = cacheSize;
  }

  check(where: string): void {
    if (!this.isOpen) throw new ProgrammingError(`${where}: the connection is closed`);
  }

  /** What to throw where sqlite3 has given a code that is no success. */
  failure(code: number): unknown {
    const { thrown } = this.callees;
    this.callees.thrown = null;
    if (thrown) return thrown.error;
    if (code === NO_ROOM) return new OperationalError('a value is too long');
    return errorOf(code, this.native.message(code));
  }

  /** A statement, or null for a text without one. */
  compile(sql: string, where: string): Prepared | null {
    const native = this.inside(() => this.native.prepare(sql));
    const { code } = this.native;
    if (code !== 0 || this.callees.thrown) throw this.failure(code);
    if (native === null) return null;
    if (!NOTHING.test(native.tail)) {
      this.inside(() => native.finalize());
      throw new ProgrammingError(`${where}: sql has more than one statement`);
    }
    return new Prepared(this, sql, native);
  }

  /** The same, perhaps one that has been used before; `give` takes it back. */
  take(sql: unknown, where: string): Prepared | null {
    this.check(where);
    const found = typeof sql === 'string' ? this.#cache.get(sql) : undefined;
    if (found === undefined) return this.compile(checkedText(sql, where, 'sql'), where);
    this.#cache.delete(found.sql);
    return found;
  }
  give(prepared: Prepared): void {
    if (!this.isOpen) return;
    const other = this.#cache.get(prepared.sql);
    if (other || this.#cacheSize === 0) return this.finalize(prepared);
    prepared.native.clear();
    this.#cache.set(prepared.sql, prepared);
    if (this.#cache.size <= this.#cacheSize) return;
    for (const [sql, oldest] of this.#cache) {
      this.#cache.delete(sql);
      return this.finalize(oldest);
    }
  }

  /** Runs what may make sqlite3 call functions of JavaScript. */
  inside<T>(action: () => T): T {
    if (!this.hasCalls) return action();
    this.depth++;
    try {
      return calling(this.callees, action);
    } finally {
      this.depth--;
    }
  }
  /** What tells sqlite3 of such a function: it gives a code. */
  define(action: () => number): void {
    this.hasCalls = true;
    const code = this.inside(action);
    if (code !== 0) throw this.failure(code);
  }

  get inTransaction(): boolean {
    return !this.native.isAutocommit;
  }
  /** What cursors do before a statement that changes something. */
  beginImplicitly(): void {
    if (this.isolationLevel !== null && !this.inTransaction)
      this.script(`BEGIN ${this.isolationLevel}`);
  }
  /** Runs all statements of a text. */
  script(sql: string): void {
    const code = this.inside(() => this.native.execute(sql));
    if (code !== 0 || this.callees.thrown) throw this.failure(code);
  }

  finalize({ native }: Prepared): void {
    this.inside(() => native.finalize());
  }

  close(where: string): void {
    if (!this.isOpen) return;
    if (this.depth > 0)
      throw new ProgrammingError(`${where}: the connection is in use, by what calls this function`);
    this.isOpen = false;
    this.#cache.clear();
    const code = this.inside(() => this.native.close());
    if (code !== 0) throw errorOf(code, this.native.describe(code));
  }
}

/** Blanks and comments. */
const NOTHING = /^(?:\s|;|--[^\n]*(?:\n|$)|\/\*[^]*?(?:\*\/|$))*$/;
