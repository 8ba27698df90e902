// `mixmod/modules/sqlite3` gives what CPython's `sqlite3` gives on the same library: values, counts, transactions, errors.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { Random } from '../../../dist/modules/random/index.js';
import * as sqlite3 from '../../../dist/modules/sqlite3/index.js';
import { own } from './own.ts';
import { python, type Outcome, type Step } from './python.ts';
import { randomSteps } from './random-steps.ts';

const folder = mkdtempSync(join(tmpdir(), 'mixmod-sqlite-'));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;
const fresh = (): string => join(folder, `${files++}.db`);

/** Messages of our own name function and argument; those of sqlite3 are the same. */
const comparable = (outcomes: readonly Outcome[]): readonly Outcome[] =>
  outcomes.map((outcome) => {
    const [type, code, name, message] = outcome.error ?? [];
    if (type === undefined || code !== null) return outcome;
    return { ...outcome, error: [type, null, name ?? null, message === undefined ? '' : 'ours'] };
  });

function same(steps: readonly Step[], options: sqlite3.ConnectOptions = {}): readonly Outcome[] {
  const found = own(fresh(), steps, options);
  expect(comparable(found)).toEqual(
    comparable(python(fresh(), steps, options as Record<string, string | null>)),
  );
  return found;
}

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const VALUES: readonly sqlite3.Parameter[] = [
  null,
  true,
  false,
  0,
  1,
  -1,
  255,
  2 ** 31,
  -(2 ** 31) - 1,
  2 ** 53 - 1,
  2 ** 53,
  2 ** 63,
  -(2 ** 63),
  2n ** 53n,
  2n ** 63n - 1n,
  -(2n ** 63n),
  0.1,
  -0,
  1e-308,
  1.7976931348623157e308,
  Infinity,
  -Infinity,
  '',
  'plain',
  '0',
  '12',
  ' 12 ',
  '1.5e3',
  '9223372036854775808',
  'a\0b',
  '\0',
  'naïve – 😀 \u{10ffff}',
  '\ufeffbom',
  'x'.repeat(70_000),
  'ä'.repeat(70_000),
  bytes(),
  bytes(0),
  bytes(0, 255, 128),
  new Uint8Array(100_000).fill(7),
];

describe('values', () => {
  const AFFINITIES = [
    'INTEGER',
    'TEXT',
    'BLOB',
    'REAL',
    'NUMERIC',
    'VARCHAR(3)',
    'FLOAT',
    'ANYTHING',
    '',
  ];
  test.each(AFFINITIES)('of every kind in a column of %j', (type) => {
    const outcomes = same([
      { sql: `CREATE TABLE t (id INTEGER PRIMARY KEY, x ${type})` },
      ...VALUES.map((value) => ({ sql: 'INSERT INTO t (x) VALUES (?)', parameters: [value] })),
      { sql: 'SELECT id, x, typeof(x), length(x), x || 1, x + 1, CAST(x AS TEXT), hex(x) FROM t' },
    ]);
    expect(outcomes.at(-1)?.rows).toHaveLength(VALUES.length);
  });

  test('as literals and results of expressions', () => {
    const expressions = `1, 1.0, -0.0, 9223372036854775807, 9223372036854775808, 'text', x'00ff', NULL, 1/0, 1e400, -1e400,
      'a' || char(0) || 'b', zeroblob(3), CAST(x'c3a4' AS TEXT), 0x7fffffffffffffff, 1 = 1, 'x' < 2,
      typeof(?1), ?1, CAST('12abc' AS INTEGER), round(2.5), abs(-5), quote(x'01'), json('{"a":[1,2]}')`;
    same([{ sql: `SELECT ${expressions}`, parameters: ['p'] }]);
  });

  test('in UTF-16 databases', () => {
    for (const encoding of ['UTF-16le', 'UTF-16be'])
      same([
        { sql: `PRAGMA encoding = '${encoding}'` },
        { sql: 'CREATE TABLE t (x TEXT)' },
        { sql: 'INSERT INTO t VALUES (?)', many: [['naïve'], ['😀'], ['a\0b'], ['']] },
        { sql: 'SELECT x, length(x), hex(x) FROM t' },
      ]);
  });

  test('that are no UTF-8', () => {
    same([{ sql: "SELECT CAST(x'ff41' AS TEXT), CAST(x'41c3' AS TEXT), CAST(x'eda080' AS TEXT)" }]);
  });

  test('of 200 columns and of no rows', () => {
    const names = Array.from({ length: 200 }, (_, i) => `${i} AS c${i}`).join();
    same([{ sql: `SELECT ${names}` }, { sql: `SELECT ${names} WHERE 0` }]);
  });
});

describe('statements', () => {
  test('count rows and begin transactions', () => {
    same([
      { sql: 'CREATE TABLE t (a INTEGER PRIMARY KEY, b)' },
      { sql: 'INSERT INTO t (b) VALUES (?)', many: [[1], [2], [3]] },
      { sql: 'SELECT * FROM t' },
      { sql: '  -- first\n /* then */ update t SET b = b + 1 WHERE a < 3' },
      { call: 'rollback' },
      { sql: 'SELECT * FROM t' },
      { sql: 'REPLACE INTO t VALUES (7, 8)' },
      { call: 'commit' },
      { sql: 'DELETE FROM t WHERE a = 1000' },
      { sql: 'WITH x AS (SELECT 1 AS y) INSERT INTO t (b) SELECT y FROM x' },
      { sql: 'DELETE FROM t' },
      { call: 'commit' },
      { sql: 'PRAGMA user_version = 5' },
      { sql: 'PRAGMA user_version' },
      { sql: 'BEGIN' },
      { sql: 'INSERT INTO t (b) VALUES (9)' },
      { sql: 'COMMIT' },
      { sql: 'VACUUM' },
      { sql: '' },
      { sql: ' -- nothing' },
      { script: 'CREATE TABLE u (x); INSERT INTO u VALUES (1); INSERT INTO u VALUES (2)' },
      { sql: 'INSERT INTO u VALUES (3)' },
      { script: 'INSERT INTO u VALUES (4)' },
      { call: 'rollback' },
      { sql: 'SELECT sum(x), count(*), total(x), avg(x) FROM u' },
      { sql: 'SAVEPOINT s' },
      { sql: 'INSERT INTO u VALUES (5)' },
      { sql: 'ROLLBACK TO s' },
      { sql: 'RELEASE s' },
      { sql: 'SELECT * FROM u' },
    ]);
  });

  test.each([null, 'IMMEDIATE', 'EXCLUSIVE', 'DEFERRED'] as const)(
    'with isolation level %s',
    (level) => {
      const steps: Step[] = [
        { sql: 'CREATE TABLE t (a)' },
        { sql: 'INSERT INTO t VALUES (1)' },
        { call: 'rollback' },
        { sql: 'INSERT INTO t VALUES (2)' },
        { sql: 'CREATE TABLE u (a)' },
        { call: 'commit' },
        { sql: 'SELECT * FROM t' },
      ];
      same(steps, { isolation_level: level });
    },
  );

  test('take parameters by name and by position', () => {
    same([
      { sql: 'SELECT :a, @b, $c, :a', parameters: { a: 1, b: 'x', c: null, d: 5 } },
      { sql: 'SELECT ?2, ?1, ?2', parameters: ['one', 'two'] },
      { sql: 'SELECT ?, ?3, ?', parameters: [1, 2, 3, 4] },
      { sql: 'SELECT ?', parameters: [] },
      { sql: 'SELECT ?', parameters: [1, 2] },
      { sql: 'SELECT 1', parameters: [1] },
      { sql: 'SELECT :a', parameters: { b: 1 } },
    ]);
  });

  test('give rows for RETURNING, EXPLAIN and PRAGMA', () => {
    same([
      { sql: 'CREATE TABLE t (a INTEGER PRIMARY KEY, b)' },
      { sql: 'INSERT INTO t (b) VALUES (1), (2) RETURNING a, b * 2' },
      { sql: 'SELECT name FROM pragma_table_info(?)', parameters: ['t'] },
      { sql: 'PRAGMA table_info(t)' },
      { sql: 'EXPLAIN QUERY PLAN SELECT * FROM t WHERE a = 1' },
    ]);
  });

  test('see changes of the schema', () => {
    same([
      { sql: 'CREATE TABLE t (a)' },
      { sql: 'INSERT INTO t VALUES (1)' },
      { sql: 'SELECT * FROM t' },
      { sql: 'ALTER TABLE t ADD COLUMN b DEFAULT 5' },
      { sql: 'SELECT * FROM t' },
      { sql: 'ALTER TABLE t RENAME COLUMN a TO c' },
      { sql: 'SELECT * FROM t' },
    ]);
  });
});

describe('errors', () => {
  const SCHEMA: Step[] = [
    {
      script: `PRAGMA foreign_keys = ON;
        CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT UNIQUE, c NOT NULL DEFAULT 1, d CHECK (d > 0), e INT REFERENCES t);
        CREATE TABLE s (x INTEGER) STRICT;
        CREATE TRIGGER g BEFORE DELETE ON t BEGIN SELECT RAISE(ABORT, 'not this one'); END;
        INSERT INTO t (a, b) VALUES (1, 'x')`,
    },
  ];
  test.each([
    'SELECT * FRM t',
    'SELECT * FROM missing',
    'SELECT missing FROM t',
    'SELECT missing()',
    'SELECT abs()',
    "SELECT 'open",
    'SELECT @',
    'INSERT INTO t (a) VALUES (1)',
    "INSERT INTO t (b) VALUES ('x')",
    'INSERT INTO t (c) VALUES (NULL)',
    'INSERT INTO t (d) VALUES (-1)',
    'INSERT INTO t (e) VALUES (99)',
    "INSERT INTO t (a) VALUES ('text')",
    'DELETE FROM t',
    'CREATE TABLE t (a)',
    'DROP TABLE missing',
    'COMMIT',
    'ROLLBACK',
    'SELECT abs(-9223372036854775808)',
    "SELECT json('{')",
    'SELECT zeroblob(2000000000)',
    "ATTACH '/nowhere/at/all.db' AS other",
    'PRAGMA journal_mode = WAL; SELECT 1',
    'SELECT 1; SELECT 2',
    "SELECT load_extension('x')",
  ])('%s', (sql) => {
    const outcomes = same([...SCHEMA, { sql }, { sql: 'SELECT count(*) FROM t' }]);
    expect(outcomes.at(-2)?.error).toBeDefined();
  });

  test('executemany wants statements that change something', () => {
    same([{ sql: 'SELECT ?', many: [[1]] }]);
  });

  test('of files', () => {
    const code = (path: string, options?: sqlite3.ConnectOptions): unknown => {
      try {
        sqlite3.connect(path, options).execute('SELECT * FROM sqlite_master');
        return 'opened';
      } catch (error) {
        if (!(error instanceof sqlite3.Error)) throw error;
        return [error.name, error.sqlite_errorname, error.message];
      }
    };
    const missing = join(folder, 'missing.db');
    const cannotOpen = [
      'sqlite3.OperationalError',
      'SQLITE_CANTOPEN',
      'unable to open database file',
    ];
    expect(code(missing, { readonly: true })).toEqual(cannotOpen);
    expect(code(join(folder, 'no', 'folder.db'))).toEqual(cannotOpen);
    expect(code(`file:${missing}?mode=ro`, { uri: true })).toEqual(cannotOpen);
    expect(code(process.execPath, { readonly: true })).toEqual([
      'sqlite3.DatabaseError',
      'SQLITE_NOTADB',
      'file is not a database',
    ]);
  });
});

test.each([1, 2, 3, 4, 5, 6])('random statements, seed %i', (seed) => {
  const outcomes = same(randomSteps(new Random(seed), 300));
  expect(outcomes.filter(({ rows }) => (rows?.length ?? 0) > 0).length).toBeGreaterThan(30);
  expect(outcomes.filter(({ error }) => error).length).toBeGreaterThan(5);
});

test('each reads the files of the other', () => {
  const steps = [
    { sql: 'CREATE TABLE t (id INTEGER PRIMARY KEY, x)' },
    { sql: 'INSERT INTO t (x) VALUES (?)', many: VALUES.map((value) => [value]) },
  ];
  const all = [{ sql: 'SELECT x, typeof(x) FROM t ORDER BY id' }];
  const [ours, theirs] = [fresh(), fresh()];
  own(ours, steps);
  python(theirs, steps);
  const [expected] = own(theirs, all);
  expect(python(ours, all)).toEqual([expected]);
  expect(own(ours, all)).toEqual([expected]);
  expect(expected?.rows).toHaveLength(VALUES.length);
});
