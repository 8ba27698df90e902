// Functions, aggregates and collations of JavaScript for SQL: what is checked, and how sqlite3 is told.
import * as calls from './interp_calls.ts';
import type { AggregateClass, Authorizer, Collation, ScalarFunction } from './app_calls.ts';
import type { Database } from './app_database.ts';
import { checkedFunction, checkedInteger, checkedText, wrongArgument } from './app_errors.ts';

export interface FunctionOptions {
  /** The same arguments always give the same result: SQL may use it in indices, and calls it less often. */
  readonly deterministic?: boolean;
  /** SQL in the schema, such as triggers and views, must not call it. */
  readonly directOnly?: boolean;
  /** Integers are bigints. If not given: as the connection gives them. */
  readonly bigint?: boolean;
}

const [DETERMINISTIC, DIRECT_ONLY] = [0x800, 0x80000] as const;
const MOST_ARGUMENTS = 127;

function checkedSignature(name: unknown, narg: unknown, where: string): string {
  const text = checkedText(name, where, 'name');
  if (Buffer.byteLength(text) > 255 || text === '')
    throw new RangeError(`${where}: name must have from 1 to 255 bytes`);
  checkedInteger(narg, -1, MOST_ARGUMENTS, where, 'narg');
  return text;
}

function checkedOptions(options: unknown, where: string): FunctionOptions {
  if (typeof options !== 'object' || options === null)
    throw wrongArgument(where, 'options', 'an object', options);
  for (const [name, value] of Object.entries(options)) {
    if (!OPTIONS.has(name)) throw new TypeError(`${where}: there is no option ${name}`);
    if (value !== undefined && typeof value !== 'boolean')
      throw wrongArgument(where, name, 'a boolean', value);
  }
  return options;
}
const OPTIONS: ReadonlySet<string> = new Set(['deterministic', 'directOnly', 'bigint']);

/** SQL knows names in any case, and functions also by the number of their arguments. */
const keyOf = (name: string, narg: number): string => `function ${narg} ${name.toLowerCase()}`;

export function defineFunction(
  database: Database,
  name: string,
  narg: number,
  callee: ScalarFunction | null,
  options: FunctionOptions,
): void {
  const where = 'Connection.create_function';
  checkedSignature(name, narg, where);
  if (callee !== null) checkedFunction(callee, where, 'func');
  const { deterministic, directOnly, bigint = database.isBig } = checkedOptions(options, where);
  const flags =
    (deterministic === true ? DETERMINISTIC : 0) | (directOnly === true ? DIRECT_ONLY : 0);
  define(database, keyOf(name, narg), { name, callee, isBig: bigint }, (place) =>
    calls.set_function(database.native.address, name, narg, flags, place),
  );
}

export function defineAggregate(
  database: Database,
  name: string,
  narg: number,
  callee: AggregateClass | null,
  isWindow: boolean,
): void {
  const where = `Connection.${isWindow ? 'create_window_function' : 'create_aggregate'}`;
  checkedSignature(name, narg, where);
  if (callee !== null) checkedFunction(callee, where, 'aggregate_class');
  define(database, keyOf(name, narg), { name, callee, isBig: database.isBig }, (place) =>
    calls.set_aggregate(database.native.address, name, narg, isWindow, place),
  );
}

export function defineCollation(database: Database, name: string, callee: Collation | null): void {
  const where = 'Connection.create_collation';
  checkedSignature(name, 0, where);
  if (callee !== null) checkedFunction(callee, where, 'callable');
  const key = `collation ${name.toLowerCase()}`;
  define(database, key, { name, callee, isBig: false }, (place) =>
    calls.set_collation(database.native.address, name, place),
  );
}

/** sqlite3 must have agreed before what was there before is gone. */
function define(
  database: Database,
  key: string,
  callee: { readonly name: string; readonly callee: unknown; readonly isBig: boolean },
  tell: (place: number) => number,
): void {
  const { callees } = database;
  const place = callees.placeOf(key);
  database.define(() => tell(callee.callee === null ? -1 : place));
  callees.put(key, place, callee);
}

export function setAuthorizer(database: Database, callee: Authorizer | null): void {
  if (callee !== null) checkedFunction(callee, 'Connection.set_authorizer', 'authorizer_callback');
  database.define(() => {
    calls.set_authorizer(database.native.address, callee !== null);
    return 0;
  });
  database.callees.authorizer = callee;
}

export function setProgress(database: Database, callee: (() => unknown) | null, n: number): void {
  const where = 'Connection.set_progress_handler';
  if (callee !== null) checkedFunction(callee, where, 'progress_handler');
  checkedInteger(n, 1, 0x7fffffff, where, 'n');
  database.define(() => {
    calls.set_progress(database.native.address, callee === null ? 0 : n);
    return 0;
  });
  database.callees.progress = callee;
}

export function setTrace(database: Database, callee: ((sql: string) => unknown) | null): void {
  if (callee !== null) checkedFunction(callee, 'Connection.set_trace_callback', 'trace_callback');
  database.define(() => {
    calls.set_trace(database.native.address, callee !== null);
    return 0;
  });
  database.callees.trace = callee;
}
