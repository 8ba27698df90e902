// `connect`, and what is checked of its options.
import { fileURLToPath } from 'node:url';
import { Connection as Native } from './interp_sqlite3.ts';
import { Connection, checkedLevel } from './app_connection.ts';
import { Database, type IsolationLevel } from './app_database.ts';
import { checkedInteger, checkedText, errorOf, wrongArgument } from './app_errors.ts';

export interface ConnectOptions {
  /** Seconds to wait for a lock of another connection: 5 if not given. */
  readonly timeout?: number;
  /** Of the transactions that cursors begin: deferred if not given; null: none. */
  readonly isolation_level?: IsolationLevel;
  /** How many statements are kept for texts that come again: 128 if not given. */
  readonly cached_statements?: number;
  /** `database` is a URI, such as `file:data.db?mode=ro`. */
  readonly uri?: boolean;
  /** Nothing can be changed; the file must be there. */
  readonly readonly?: boolean;
  /** Integers are bigints. If not given, they are numbers, and those that are no safe numbers are a RangeError. */
  readonly bigint?: boolean;
}

const [READ_ONLY, READ_WRITE, CREATE, URI, NO_MUTEX] = [1, 2, 4, 0x40, 0x8000] as const;

/**
 * Opens a database: the path of a file, which is made if it is not there, a file URL, or `':memory:'`. Throws
 * OperationalError where that fails.
 */
export function connect(database: string | URL, options: ConnectOptions = {}): Connection {
  const where = 'connect';
  const path = database instanceof URL ? fileURLToPath(database) : database;
  checkedText(path, where, 'database');
  if (typeof options !== 'object' || options === null)
    throw wrongArgument(where, 'options', 'an object', options);
  const unknown = Object.keys(options).find((name) => !OPTIONS.has(name));
  if (unknown !== undefined) throw new TypeError(`${where}: there is no option ${unknown}`);
  for (const name of ['uri', 'readonly', 'bigint'] as const) {
    const value = options[name];
    if (value !== undefined && typeof value !== 'boolean')
      throw wrongArgument(where, name, 'a boolean', value);
  }
  const { timeout = 5, cached_statements = 128, isolation_level = '', bigint = false } = options;
  if (typeof timeout !== 'number') throw wrongArgument(where, 'timeout', 'a number', timeout);
  if (!(timeout >= 0 && timeout <= MOST_SECONDS))
    throw new RangeError(`${where}: timeout must be from 0 to ${MOST_SECONDS}, not ${timeout}`);
  checkedInteger(cached_statements, 0, 1_000_000, where, 'cached_statements');
  const level = checkedLevel(isolation_level, where);
  const access = options.readonly === true ? READ_ONLY : READ_WRITE | CREATE;
  const native = new Native(path, access | (options.uri === true ? URI : 0) | NO_MUTEX);
  const { code } = native;
  if (code !== 0) {
    const error = errorOf(code, native.message(code));
    native.close();
    throw error;
  }
  native.timeout(Math.round(timeout * 1000));
  const opened = new Database(native, bigint, cached_statements);
  opened.isolationLevel = level;
  return new Connection(opened);
}

const MOST_SECONDS = 2_000_000;

const OPTIONS: ReadonlySet<string> = new Set([
  'timeout',
  'isolation_level',
  'cached_statements',
  'uri',
  'readonly',
  'bigint',
]);
