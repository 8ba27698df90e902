// A compiled statement, with what does not change from one run to the next.
import type { Statement as Native } from './interp_sqlite3.ts';
import type { Database } from './app_database.ts';
import { ProgrammingError } from './app_errors.ts';
import type { ParameterNames } from './app_parameters.ts';
import type { Run } from './app_run.ts';

export class Prepared {
  readonly database: Database;
  readonly sql: string;
  readonly native: Native;
  readonly address: number;
  readonly parameters: ParameterNames;
  /** Inserts, updates, deletes or replaces. */
  readonly isDml: boolean;
  /** What has begun, and may have further rows. */
  run: Run | null = null;
  /** Whether sqlite3 runs it at this moment. */
  isInside = false;
  #names: readonly string[] | null = null;
  #compiled = 0;

  constructor(database: Database, sql: string, native: Native) {
    this.database = database;
    this.sql = sql;
    this.native = native;
    this.address = native.address;
    this.parameters = native.parameters();
    this.isDml = DML.test(sql);
  }

  /** The names of the columns. */
  get names(): readonly string[] {
    return (this.#names ??= this.native.names());
  }
  /** How often sqlite3 has compiled the statement again because the schema is another. */
  noteCompiled(times: number): void {
    if (times === this.#compiled) return;
    this.#compiled = times;
    this.#names = null;
  }

  /** Refuses what cannot run now. */
  check(where: string): void {
    this.database.check(where);
    if (this.run !== null || this.isInside)
      throw new ProgrammingError(
        `${where}: the statement is running: its rows have not come to an end`,
      );
  }
}

const DML = /^(?:\s|;|--[^\n]*(?:\n|$)|\/\*[^]*?(?:\*\/|$))*(?:insert|update|delete|replace)\b/i;
