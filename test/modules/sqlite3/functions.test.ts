// Functions, aggregates, windows and collations of JavaScript that SQL calls; and what they must not break.
import { spawnSync } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as sqlite3 from '../../../dist/modules/sqlite3/index.js';

let database = sqlite3.connect(':memory:');
beforeEach(() => {
  database = sqlite3.connect(':memory:');
  database.exec(`CREATE TABLE t (a, b);
    INSERT INTO t VALUES (1, 'x'), (2, 'y'), (3, 'x'), (4, NULL), (5, 'y')`);
});
afterEach(() => database.close());

const one = (sql: string, parameters: sqlite3.Parameters = []): unknown =>
  database.execute(sql, parameters).fetchone()?.[0];
const thrownBy = (action: () => unknown): unknown => {
  try {
    action();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
};

class Sum {
  total = 0;
  step(value: sqlite3.Value): void {
    this.total += Number(value);
  }
  finalize(): number {
    return this.total;
  }
}
class WindowSum extends Sum {
  inverse(value: sqlite3.Value): void {
    this.total -= Number(value);
  }
  value(): number {
    return this.total;
  }
}

/** CPython's answers, with the same functions. */
function python(queries: readonly string[]): unknown {
  const program = `
import json, sqlite3, sys
class Sum:
    def __init__(self): self.total = 0
    def step(self, v): self.total += v
    def inverse(self, v): self.total -= v
    def value(self): return self.total
    finalize = value
db = sqlite3.connect(':memory:')
db.executescript("""CREATE TABLE t (a, b);
    INSERT INTO t VALUES (1, 'x'), (2, 'y'), (3, 'x'), (4, NULL), (5, 'y')""")
db.create_function('twice', 1, lambda v: v * 2)
db.create_function('joined', -1, lambda *v: '-'.join(map(str, v)))
db.create_aggregate('own_sum', 1, Sum)
if hasattr(db, 'create_window_function'): db.create_window_function('window_sum', 1, Sum)
db.create_collation('backwards', lambda a, b: (a < b) - (a > b))
json.dump([db.execute(q).fetchall() for q in json.load(sys.stdin)], sys.stdout)
`;
  const { stdout, stderr, status } = spawnSync('python3', ['-c', program], {
    input: JSON.stringify(queries),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

test('what CPython gives with the same functions', () => {
  const queries = [
    'SELECT twice(a), twice(a + 0.25) FROM t',
    "SELECT joined(), joined(a), joined(a, 'x', 3) FROM t",
    'SELECT b, own_sum(a) FROM t GROUP BY b ORDER BY 1',
    'SELECT own_sum(a) FROM t WHERE 0',
    'SELECT own_sum(a), own_sum(a) FROM t',
    'SELECT own_sum(DISTINCT a % 2) FROM t',
    'SELECT window_sum(a) OVER (ORDER BY a ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING) FROM t',
    'SELECT window_sum(a) OVER (PARTITION BY b ORDER BY a) FROM t ORDER BY a',
    'SELECT window_sum(a) FROM t',
    'SELECT b FROM t ORDER BY b COLLATE backwards',
    "SELECT 'a' < 'b' COLLATE backwards, 'ä' = 'ä' COLLATE backwards, max(b COLLATE backwards) FROM t",
    'SELECT DISTINCT b COLLATE backwards FROM t',
  ];
  database.create_function('twice', 1, (value) => Number(value) * 2);
  database.create_function('joined', -1, (...values) => values.join('-'));
  database.create_aggregate('own_sum', 1, Sum);
  database.create_window_function('window_sum', 1, WindowSum);
  database.create_collation('backwards', (a, b) => (a < b ? 1 : a > b ? -1 : 0));
  const found = queries.map((query) => database.execute(query).fetchall());
  expect(found).toEqual(python(queries));
});

describe('values', () => {
  const VALUES: readonly sqlite3.Value[] = [
    null,
    0,
    -5,
    1.5,
    '',
    'naïve 😀',
    'a\0b',
    'x'.repeat(200_000),
    'ü'.repeat(100_000),
    new Uint8Array(),
    Uint8Array.of(0, 255),
    new Uint8Array(300_000).fill(3),
  ];
  test('cross both ways', () => {
    const seen: sqlite3.Value[] = [];
    database.create_function('echo', 1, (value) => {
      seen.push(value);
      return value;
    });
    const found = VALUES.map((value) => one('SELECT echo(?)', [value]));
    for (const [i, value] of VALUES.entries()) {
      expect(found[i]).toStrictEqual(value);
      expect(seen[i]).toStrictEqual(value);
    }
  });

  test('undefined is NULL, booleans are numbers, bigints are integers', () => {
    database.create_function('none', 0, () => {});
    database.create_function('yes', 0, () => true);
    database.create_function('wide', 0, () => 2n ** 62n);
    expect(database.execute('SELECT none(), yes(), CAST(wide() AS TEXT)').fetchone()).toEqual([
      null,
      1,
      '4611686018427387904',
    ]);
  });

  test('integers that are no safe numbers', () => {
    database.create_function('number', 1, (value) => typeof value);
    database.create_function('big', 1, (value) => typeof value, { bigint: true });
    expect(one('SELECT big(9007199254740993) || big(1)')).toBe('bigintbigint');
    expect(() => one('SELECT number(9007199254740993)')).toThrow(
      'number: an argument is 9007199254740993, which is no safe number; use the option bigint',
    );
  });

  test.each([
    [
      () => ({}),
      'TypeError: f: the result must be null, a number, a bigint, a string, a boolean or bytes, not object',
    ],
    [
      async () => 1,
      'TypeError: f: the result must be null, a number, a bigint, a string, a boolean or bytes, not object',
    ],
    [
      () => 2n ** 64n,
      'RangeError: f: the result must be an integer of 64 bits, not 18446744073709551616',
    ],
    [() => '\udc00', 'TypeError: f: the result contains a lone surrogate'],
  ])('%s is no result', (f, message) => {
    database.create_function('f', 0, f as never);
    expect(String(thrownBy(() => one('SELECT f()')))).toBe(message);
  });
});

describe('errors', () => {
  const own = new RangeError('own');
  const fail = (): never => {
    throw own;
  };
  class Failing extends WindowSum {
    static at = '';
    constructor() {
      super();
      if (Failing.at === 'new') fail();
    }
    override step(value: sqlite3.Value): void {
      if (Failing.at === 'step' && value === 3) fail();
      super.step(value);
    }
    override inverse(value: sqlite3.Value): void {
      if (Failing.at === 'inverse') fail();
      super.inverse(value);
    }
    override value(): number {
      return Failing.at === 'value' ? fail() : super.value();
    }
    override finalize(): number {
      return Failing.at === 'finalize' ? fail() : super.finalize();
    }
  }

  test('leave as the same object, from every way to run a statement', () => {
    database.create_function('fail', 1, fail);
    const statement = database.prepare('SELECT fail(a) FROM t');
    const insert = database.prepare('INSERT INTO t VALUES (fail(1), 2)');
    const ways: (() => unknown)[] = [
      () => database.execute('SELECT fail(1)'),
      () => database.executemany('INSERT INTO t VALUES (fail(?), 2)', [[1]]),
      () => database.exec('SELECT fail(1)'),
      () => database.executescript('SELECT fail(1)'),
      () => statement.get(),
      () => statement.all(),
      () => [...statement.iterate()],
      () => insert.run(),
      () => database.transaction(() => insert.run())(),
    ];
    for (const way of ways) expect(thrownBy(way)).toBe(own);
    database.rollback();
    expect(database.execute('SELECT count(*) FROM t').fetchall()).toEqual([[5]]);
  });

  test('of any kind', () => {
    const values = ['text', 5, null, undefined, { a: 1 }, Symbol('s')];
    database.create_function('fail', 1, (i) => {
      throw values[Number(i)];
    });
    values.forEach((value, i) => expect(thrownBy(() => one('SELECT fail(?)', [i]))).toBe(value));
  });

  test.each(['new', 'step', 'inverse', 'value', 'finalize'])('of aggregates, in %s', (at) => {
    database.create_window_function('failing', 1, Failing);
    Failing.at = at;
    const sql =
      'SELECT failing(a) OVER (ORDER BY a ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) FROM t';
    expect(thrownBy(() => database.execute(sql).fetchall())).toBe(own);
    Failing.at = '';
    expect(database.execute(sql).fetchall()).toEqual([[1], [3], [5], [7], [9]]);
    Failing.at = at;
    if (at === 'new' || at === 'step' || at === 'finalize')
      expect(thrownBy(() => one('SELECT failing(a) FROM t'))).toBe(own);
  });

  test('of objects without the methods', () => {
    database.create_aggregate('empty', 1, class {} as never);
    expect(() => one('SELECT empty(a) FROM t')).toThrow('empty: the object has no method step');
    database.create_aggregate('arrow', 1, (() => {}) as never);
    expect(() => one('SELECT arrow(a) FROM t')).toThrow('is not a constructor');
  });

  test('of collations, authorizers, handlers and traces', () => {
    database.create_collation('failing', fail);
    expect(thrownBy(() => database.execute('SELECT b FROM t ORDER BY b COLLATE failing'))).toBe(
      own,
    );
    database.create_collation('wrong', () => 'x' as never);
    expect(() => database.execute('SELECT b FROM t ORDER BY b COLLATE wrong')).toThrow(
      'wrong: the result must be a number, not x',
    );
    database.set_authorizer(fail);
    expect(thrownBy(() => one('SELECT 1'))).toBe(own);
    database.set_authorizer(() => 7);
    expect(() => one('SELECT 1')).toThrow('authorizer: the result must be SQLITE_OK');
    database.set_authorizer(null);
    database.set_progress_handler(fail, 1);
    expect(thrownBy(() => one('SELECT count(*) FROM t, t'))).toBe(own);
    database.set_progress_handler(null);
    database.set_trace_callback(fail);
    expect(thrownBy(() => one('SELECT 2'))).toBe(own);
    database.set_trace_callback(null);
    expect(one('SELECT 2')).toBe(2);
  });

  test('of recursion without end', () => {
    database.create_function('deep', 1, (x) => one('SELECT deep(?)', [Number(x) + 1]) as number);
    expect(() => one('SELECT deep(0)')).toThrow(RangeError);
    expect(one('SELECT count(*) FROM t')).toBe(5);
  });
});

describe('functions that use the connection', () => {
  test('run other statements, and change tables', () => {
    const count = database.prepare('SELECT count(*) AS n FROM t WHERE a <= ?');
    database.create_function('below', 1, (a) => count.get(a)?.['n'] ?? null);
    expect(database.execute('SELECT below(a) FROM t').fetchall()).toEqual([
      [1],
      [2],
      [3],
      [4],
      [5],
    ]);
    database.create_function('log', 1, (a) => {
      database.prepare('INSERT INTO t VALUES (NULL, ?)').run(a);
    });
    database.execute('SELECT log(a) FROM t WHERE a IS NOT NULL').fetchall();
    expect(one('SELECT count(*) FROM t WHERE a IS NULL')).toBe(5);
    database.rollback();
  });

  test('run themselves', () => {
    const factorial = (n: sqlite3.Value): number =>
      Number(n) < 2 ? 1 : Number(n) * Number(one('SELECT factorial(?)', [Number(n) - 1]));
    database.create_function('factorial', 1, factorial);
    expect(one('SELECT factorial(20)')).toBe(2432902008176640000);
  });

  test('cannot close it, run the statement again, dispose of it, or end it', () => {
    let action = (): unknown => null;
    database.create_function('act', 1, () => void action());
    const statement = database.prepare('SELECT act(a) FROM t');
    const cursor = database.cursor();
    let iterator = statement.iterate();
    iterator.return?.();
    const uses: readonly (readonly [() => unknown, string])[] = [
      [
        () => database.close(),
        'Connection.close: the connection is in use, by what calls this function',
      ],
      [() => statement.all(), 'Statement.all: the statement is running'],
      [() => statement.run(), 'Statement.run: the statement is running'],
      [() => statement[Symbol.dispose](), 'Statement: it runs, and calls what disposes of it'],
    ];
    for (const [use, message] of uses) {
      action = use;
      for (const way of [
        () => statement.all(),
        () => statement.run(),
        () => [...statement.iterate()],
      ])
        expect(way).toThrow(message);
    }
    action = () => null;
    iterator = statement.iterate();
    action = () => iterator.next();
    expect(() => [...iterator]).toThrow(
      'the statement runs, and calls what uses its rows or ends it',
    );
    action = () => null;
    iterator = statement.iterate();
    action = () => iterator.return?.();
    expect(() => [...iterator]).toThrow(
      'the statement runs, and calls what uses its rows or ends it',
    );
    action = () => cursor.close();
    expect(() => cursor.execute('SELECT act(a) FROM t').fetchall()).toThrow(
      sqlite3.ProgrammingError,
    );
    action = () => null;
    expect(statement.all()).toHaveLength(5);
  });

  test('cannot be exchanged while they run; else they can, and taken away', () => {
    database.create_function('f', 1, () => database.create_function('f', 1, null) as never);
    expect(() => one('SELECT f(1)')).toThrow(sqlite3.OperationalError);
    database.create_function('f', 1, () => 'second');
    database.create_function('F', 2, () => 'other');
    expect(database.execute('SELECT f(1), f(1, 2)').fetchone()).toEqual(['second', 'other']);
    database.create_function('f', 1, null);
    expect(() => one('SELECT f(1)')).toThrow('wrong number of arguments to function f()');
    database.create_collation('c', () => 0);
    database.create_collation('c', null);
    expect(() => one('SELECT 1 ORDER BY 1 COLLATE c')).toThrow('no such collation sequence: c');
  });

  test('interrupt it', () => {
    database.create_function('stop', 0, () => database.interrupt());
    expect(() => database.execute('SELECT stop() FROM t, t, t').fetchall()).toThrow('interrupted');
    expect(one('SELECT 1')).toBe(1);
  });
});

describe('watching', () => {
  test('authorizers', () => {
    const seen: unknown[] = [];
    database.set_authorizer((...values) => {
      seen.push(values);
      return values[0] === sqlite3.SQLITE_READ && values[2] === 'b'
        ? sqlite3.SQLITE_IGNORE
        : values[0] === sqlite3.SQLITE_DELETE
          ? sqlite3.SQLITE_DENY
          : sqlite3.SQLITE_OK;
    });
    expect(database.execute('SELECT a, b FROM t WHERE a = 1').fetchall()).toEqual([[1, null]]);
    expect(seen).toEqual([
      [sqlite3.SQLITE_SELECT, null, null, null, null],
      [sqlite3.SQLITE_READ, 't', 'a', 'main', null],
      [sqlite3.SQLITE_READ, 't', 'b', 'main', null],
      [sqlite3.SQLITE_READ, 't', 'a', 'main', null],
    ]);
    const error = thrownBy(() => database.execute('DELETE FROM t')) as sqlite3.DatabaseError;
    expect([error.message, error.sqlite_errorname]).toEqual(['not authorized', 'SQLITE_AUTH']);
  });

  test('progress handlers', () => {
    let calls = 0;
    database.set_progress_handler(() => ++calls >= 10, 100);
    const endless =
      'WITH RECURSIVE r(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM r) SELECT count(*) FROM r';
    expect(() => one(endless)).toThrow('interrupted');
    expect(calls).toBe(10);
  });

  test('traces', () => {
    const texts: string[] = [];
    database.set_trace_callback((text) => texts.push(text));
    database.execute('INSERT INTO t VALUES (?, ?)', [1, "it's"]);
    database.prepare('SELECT :b AS x').get({ b: Uint8Array.of(1) });
    database.commit();
    expect(texts).toEqual([
      'BEGIN ',
      "INSERT INTO t VALUES (1, 'it''s')",
      "SELECT x'01' AS x",
      'COMMIT',
    ]);
  });
});
