// Wrong uses of `mixmod/modules/sqlite3`: each is an error that names function and argument, and nothing breaks.
import { afterAll, beforeEach, expect, test } from 'vitest';
import * as sqlite3 from '../../../dist/modules/sqlite3/index.js';

let database = sqlite3.connect(':memory:');
beforeEach(() => {
  database.close();
  database = sqlite3.connect(':memory:');
  database.execute('CREATE TABLE t (a INTEGER PRIMARY KEY, b)');
  database.executemany('INSERT INTO t (b) VALUES (?)', [[10], [20], [30]]);
  database.commit();
});
afterAll(() => database.close());

/** A use as users without TypeScript write it. */
type Wrong = (db: never) => unknown;
const use = (action: (db: Loose) => unknown): Wrong => action as Wrong;
type Loose = Record<string, (...values: unknown[]) => Loose> & Record<string, unknown>;
const { connect, complete_statement } = sqlite3 as unknown as Loose;

const closed = (db: Loose): Loose => {
  db['close']?.();
  return db;
};
const finalized = (db: Loose): Loose => {
  const statement = db['prepare']?.('SELECT 1') as unknown as sqlite3.Statement;
  statement[Symbol.dispose]();
  return statement as unknown as Loose;
};
const closedCursor = (db: Loose): Loose => {
  const cursor = db['execute']?.('SELECT 1') as Loose;
  cursor['close']?.();
  return cursor;
};
const VALUE = 'must be null, a number, a bigint, a string, a boolean or bytes, not';

const WRONG: readonly (readonly [Wrong, string])[] = [
  [use(() => connect?.()), 'TypeError: connect: database must be a string, not undefined'],
  [use(() => connect?.(5)), 'TypeError: connect: database must be a string, not number'],
  [use(() => connect?.('a\0b')), 'TypeError: connect: database contains a NUL character'],
  [
    use(() => connect?.(':memory:', null)),
    'TypeError: connect: options must be an object, not null',
  ],
  [use(() => connect?.(':memory:', { fast: true })), 'TypeError: connect: there is no option fast'],
  [
    use(() => connect?.(':memory:', { uri: 1 })),
    'TypeError: connect: uri must be a boolean, not number',
  ],
  [
    use(() => connect?.(':memory:', { bigint: 'x' })),
    'TypeError: connect: bigint must be a boolean, not string',
  ],
  [
    use(() => connect?.(':memory:', { timeout: '5' })),
    'TypeError: connect: timeout must be a number, not string',
  ],
  [
    use(() => connect?.(':memory:', { timeout: NaN })),
    'RangeError: connect: timeout must be from 0 to 2000000, not NaN',
  ],
  [
    use(() => connect?.(':memory:', { cached_statements: -1 })),
    'RangeError: connect: cached_statements must be an integer from 0 to 1000000, not -1',
  ],
  [
    use(() => connect?.(':memory:', { isolation_level: 'LATER' })),
    "TypeError: connect: isolation_level must be null, '', 'DEFERRED', 'IMMEDIATE' or 'EXCLUSIVE', not LATER",
  ],
  [
    use(() => complete_statement?.(1)),
    'TypeError: complete_statement: statement must be a string, not number',
  ],
  [use((db) => db['execute']?.(1)), 'TypeError: Cursor.execute: sql must be a string, not number'],
  [
    use((db) => db['execute']?.('SELECT \0')),
    'TypeError: Cursor.execute: sql contains a NUL character',
  ],
  [
    use((db) => db['execute']?.("SELECT '\ud800'")),
    'TypeError: Cursor.execute: sql contains a lone surrogate',
  ],
  [
    use((db) => db['execute']?.('SELECT 1; SELECT 2')),
    'sqlite3.ProgrammingError: Cursor.execute: sql has more than one statement',
  ],
  [
    use((db) => db['execute']?.('SELECT ?', 5)),
    'TypeError: Cursor.execute: parameters must be an array or an object of values by names, not number',
  ],
  [
    use((db) => db['execute']?.('SELECT ?', 'x')),
    'TypeError: Cursor.execute: parameters must be an array or an object of values by names, not string',
  ],
  [
    use((db) => db['execute']?.('SELECT ?', [])),
    'sqlite3.ProgrammingError: Cursor.execute: the statement has 1 parameter, got 0 values',
  ],
  [
    use((db) => db['execute']?.('SELECT ?', [1, 2])),
    'sqlite3.ProgrammingError: Cursor.execute: the statement has 1 parameter, got 2 values',
  ],
  [
    use((db) => db['execute']?.('SELECT ?', [{}])),
    `TypeError: Cursor.execute: parameter 1 ${VALUE} object`,
  ],
  [
    use((db) => db['execute']?.('SELECT ?', [undefined])),
    `TypeError: Cursor.execute: parameter 1 ${VALUE} undefined`,
  ],
  [
    use((db) => db['execute']?.('SELECT ?', [Symbol('x')])),
    `TypeError: Cursor.execute: parameter 1 ${VALUE} symbol`,
  ],
  [
    use((db) => db['execute']?.('SELECT ?', [[1]])),
    `TypeError: Cursor.execute: parameter 1 ${VALUE} Array`,
  ],
  [
    use((db) => db['execute']?.('SELECT ?', [2n ** 63n])),
    'RangeError: Cursor.execute: parameter 1 must be an integer of 64 bits, not 9223372036854775808',
  ],
  [
    use((db) => db['execute']?.('SELECT ?', ['a\udfff'])),
    'TypeError: Cursor.execute: parameter 1 contains a lone surrogate',
  ],
  [
    use((db) => db['execute']?.('SELECT :a', [1])),
    'sqlite3.ProgrammingError: Cursor.execute: parameter 1 has the name :a: give an object of values by names',
  ],
  [
    use((db) => db['execute']?.('SELECT :a', {})),
    'sqlite3.ProgrammingError: Cursor.execute: no value for the parameter :a',
  ],
  [
    use((db) => db['execute']?.('SELECT :toString', {})),
    'sqlite3.ProgrammingError: Cursor.execute: no value for the parameter :toString',
  ],
  [
    use((db) => db['execute']?.('SELECT @a', { a: [] })),
    `TypeError: Cursor.execute: the parameter @a ${VALUE} Array`,
  ],
  [
    use((db) => db['execute']?.('SELECT ?', { a: 1 })),
    'sqlite3.ProgrammingError: Cursor.execute: no value for parameter 1, which has no name',
  ],
  [
    use((db) => db['executemany']?.('INSERT INTO t VALUES (?, 1)', 7)),
    'TypeError: Cursor.executemany: parameters must be iterable, not number',
  ],
  [
    use((db) => db['executemany']?.('INSERT INTO t VALUES (?, 1)', [[8], 9])),
    'TypeError: Cursor.executemany: parameters[1] must be an array or an object of values by names, not number',
  ],
  [
    use((db) => db['executemany']?.('SELECT ?', [[1]])),
    'sqlite3.ProgrammingError: Cursor.executemany: sql must insert, update, delete or replace',
  ],
  [
    use((db) => db['executescript']?.(null)),
    'TypeError: Cursor.executescript: sql must be a string, not null',
  ],
  [use((db) => db['exec']?.({})), 'TypeError: Connection.exec: sql must be a string, not object'],
  [
    use((db) => db['prepare']?.()),
    'TypeError: Connection.prepare: sql must be a string, not undefined',
  ],
  [
    use((db) => db['prepare']?.('  -- nothing')),
    'sqlite3.ProgrammingError: Connection.prepare: sql has no statement',
  ],
  [
    use((db) => db['transaction']?.('x')),
    'TypeError: Connection.transaction: body must be a function, not string',
  ],
  [
    use((db) => (db as unknown as sqlite3.Connection).transaction(async () => {})()),
    'TypeError: transaction: body gives a promise, but a transaction ends when it returns',
  ],
  [
    use((db) => (db['isolation_level'] = 3 as never)),
    "TypeError: Connection.isolation_level: isolation_level must be null, '', 'DEFERRED', 'IMMEDIATE' or 'EXCLUSIVE', not 3",
  ],
  [
    use((db) => db['prepare']?.('SELECT ?')['run']?.()),
    'sqlite3.ProgrammingError: Statement.run: the statement has 1 parameter, got 0 values',
  ],
  [
    use((db) => db['prepare']?.('SELECT ?')['get']?.(new Date())),
    'sqlite3.ProgrammingError: Statement.get: no value for parameter 1, which has no name',
  ],
  [
    use((db) => db['prepare']?.('SELECT ?, ?')['all']?.([1], 2)),
    `TypeError: Statement.all: parameter 1 ${VALUE} Array`,
  ],
  [
    use((db) => db['prepare']?.('SELECT ?')['iterate']?.({ a: 1 }, 2, 3)),
    'sqlite3.ProgrammingError: Statement.iterate: the statement has 1 parameter, got 2 values',
  ],
  [
    use((db) => db['execute']?.('SELECT 1')['fetchmany']?.(-1)),
    'RangeError: Cursor.fetchmany: size must be an integer from 0 to 9007199254740991, not -1',
  ],
  [
    use((db) => db['execute']?.('SELECT 1')['fetchmany']?.('2')),
    'TypeError: Cursor.fetchmany: size must be a number, not string',
  ],
  [
    use((db) => db['prepare']?.('SELECT 9007199254740993 AS n')['get']?.()),
    'RangeError: Statement.get: the column n is 9007199254740993, which is no safe number; use the option bigint',
  ],
  [
    use((db) => closed(db)['execute']?.('SELECT 1')),
    'sqlite3.ProgrammingError: Connection.cursor: the connection is closed',
  ],
  [
    use((db) => closed(db)['prepare']?.('SELECT 1')),
    'sqlite3.ProgrammingError: Connection.prepare: the connection is closed',
  ],
  [
    use((db) => closed(db)['commit']?.()),
    'sqlite3.ProgrammingError: Connection.commit: the connection is closed',
  ],
  [
    use((db) => closed(db)['total_changes']),
    'sqlite3.ProgrammingError: Connection.total_changes: the connection is closed',
  ],
  [
    use((db) => closed(db)['interrupt']?.()),
    'sqlite3.ProgrammingError: Connection.interrupt: the connection is closed',
  ],
  [
    use((db) => finalized(db)['run']?.()),
    'sqlite3.ProgrammingError: Statement.run: the statement is finalized',
  ],
  [
    use((db) => finalized(db)['get']?.()),
    'sqlite3.ProgrammingError: Statement.get: the statement is finalized',
  ],
  [
    use((db) => finalized(db)['columns']?.()),
    'sqlite3.ProgrammingError: Statement.columns: the statement is finalized',
  ],
  [
    use((db) => closedCursor(db)['fetchone']?.()),
    'sqlite3.ProgrammingError: Cursor.fetchone: the cursor is closed',
  ],
  [
    use((db) => closedCursor(db)['execute']?.('SELECT 1')),
    'sqlite3.ProgrammingError: Cursor.execute: the cursor is closed',
  ],
  [
    use((db) => db['create_function']?.(1, 1, () => 1)),
    'TypeError: Connection.create_function: name must be a string, not number',
  ],
  [
    use((db) => db['create_function']?.('', 1, () => 1)),
    'RangeError: Connection.create_function: name must have from 1 to 255 bytes',
  ],
  [
    use((db) => db['create_function']?.('f', 128, () => 1)),
    'RangeError: Connection.create_function: narg must be an integer from -1 to 127, not 128',
  ],
  [
    use((db) => db['create_function']?.('f', 1, 'x')),
    'TypeError: Connection.create_function: func must be a function, not string',
  ],
  [
    use((db) => db['create_function']?.('f', 1, () => 1, { fast: true })),
    'TypeError: Connection.create_function: there is no option fast',
  ],
  [
    use((db) => db['create_function']?.('f', 1, () => 1, { deterministic: 1 })),
    'TypeError: Connection.create_function: deterministic must be a boolean, not number',
  ],
  [
    use((db) => db['create_aggregate']?.('f', 1, {})),
    'TypeError: Connection.create_aggregate: aggregate_class must be a function, not object',
  ],
  [
    use((db) => db['create_window_function']?.('f', '1', class {})),
    'TypeError: Connection.create_window_function: narg must be a number, not string',
  ],
  [
    use((db) => db['create_collation']?.('c', 5)),
    'TypeError: Connection.create_collation: callable must be a function, not number',
  ],
  [
    use((db) => db['set_authorizer']?.(undefined)),
    'TypeError: Connection.set_authorizer: authorizer_callback must be a function, not undefined',
  ],
  [
    use((db) => db['set_progress_handler']?.(() => 0, 0)),
    'RangeError: Connection.set_progress_handler: n must be an integer from 1 to 2147483647, not 0',
  ],
  [
    use((db) => db['set_trace_callback']?.('x')),
    'TypeError: Connection.set_trace_callback: trace_callback must be a function, not string',
  ],
];

test.each(WRONG.map(([action, message]) => [message, action] as const))('%s', (message, action) => {
  let thrown: unknown;
  try {
    action(database as never);
  } catch (error) {
    thrown = error;
  }
  expect(String(thrown)).toBe(message);
  if (!database.open) return;
  const { in_transaction } = database;
  if (in_transaction) database.rollback();
  expect(database.execute('SELECT sum(b) FROM t').fetchone()).toEqual([60]);
});
