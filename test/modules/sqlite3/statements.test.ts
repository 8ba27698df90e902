// Statements, rows, transactions, and their lifetimes.
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import * as sqlite3 from '../../../dist/modules/sqlite3/index.js';

function filled(options: sqlite3.ConnectOptions = {}, count = 1000): sqlite3.Connection {
  const database = sqlite3.connect(':memory:', options);
  database.exec('CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT, data BLOB)');
  const insert = database.prepare('INSERT INTO t (name, data) VALUES (?, ?)');
  database.transaction(() => {
    for (let i = 1; i <= count; i++) insert.run(`name ${i}`, new Uint8Array(i % 7).fill(i));
  })();
  return database;
}

/** Comparing large values by themselves takes minutes. */
const digests = (rows: readonly object[]): readonly string[] =>
  rows.map((row) =>
    Object.values(row)
      .map((value: unknown) => {
        const data = value as string | Uint8Array;
        return `${typeof data} ${data.length} ${createHash('md5').update(data).digest('hex')}`;
      })
      .join(),
  );

describe('Statement', () => {
  test('run, get, all, iterate', () => {
    using database = filled();
    const insert = database.prepare('INSERT INTO t (name) VALUES ($name)');
    expect(insert.run({ name: 'new' })).toEqual({ changes: 1, lastInsertRowid: 1001 });
    const byId = database.prepare('SELECT * FROM t WHERE id = ?');
    expect(byId.get(3)).toEqual({ id: 3, name: 'name 3', data: Uint8Array.of(3, 3, 3) });
    expect(byId.get([1001])).toEqual({ id: 1001, name: 'new', data: null });
    expect(byId.get(0)).toBeUndefined();
    const all = database.prepare('SELECT id FROM t WHERE id <= @most AND id > ?2');
    expect(all.all({ most: 4 }, 2)).toEqual([{ id: 3 }, { id: 4 }]);
    const ids = [...database.prepare('SELECT id FROM t ORDER BY id').iterate()].map(({ id }) => id);
    expect(ids).toEqual(Array.from({ length: 1001 }, (_, i) => i + 1));
    expect(database.prepare('UPDATE t SET name = 1 WHERE id > 1000').run().changes).toBe(1);
    expect(database.prepare('SELECT 1').run().changes).toBe(0);
  });

  test('rows as arrays, integers as bigints', () => {
    using database = filled();
    const arrays = database.prepare('SELECT id, name FROM t LIMIT 2', { arrays: true });
    expect(arrays.all()).toEqual([
      [1, 'name 1'],
      [2, 'name 2'],
    ]);
    const wide = database.prepare('SELECT max(id), ? FROM t', { arrays: true, bigint: true });
    expect(wide.get(2n ** 60n)).toEqual([1000n, 2n ** 60n]);
    expect(database.prepare('INSERT INTO t (id) VALUES (?)').run(2n ** 60n)).toEqual({
      changes: 1,
      lastInsertRowid: 2n ** 60n,
    });
  });

  test('rows larger than any buffer, and many of them', () => {
    using database = sqlite3.connect(':memory:');
    database.exec('CREATE TABLE t (a, b, c)');
    const sizes = [0, 1, 65_535, 65_536, 65_537, 1_000_000, 5, 3_000_000, 40_000, 40_000, 10];
    const rows = sizes.map((size, i) => ({
      a: 'a'.repeat(size),
      b: 'ü'.repeat(size >> 2),
      c: new Uint8Array(size).fill(i),
    }));
    const insert = database.prepare('INSERT INTO t VALUES (:a, :b, :c)');
    for (const row of rows) insert.run(row);
    const select = database.prepare('SELECT * FROM t');
    expect(digests(select.all())).toEqual(digests(rows));
    expect(digests([...select.iterate()])).toEqual(digests(rows));
    const byOffset = database.prepare('SELECT * FROM t LIMIT 1 OFFSET ?');
    expect(digests(rows.map((_, i) => byOffset.get(i) ?? {}))).toEqual(digests(rows));
    const names = Array.from({ length: 1500 }, (_, i) => `${i} AS c${i}`).join();
    expect(Object.keys(database.prepare(`SELECT ${names}`).get() ?? {})).toHaveLength(1500);
  });

  test('names of columns that objects have already', () => {
    using database = sqlite3.connect(':memory:');
    const row = database
      .prepare('SELECT 1 AS __proto__, 2 AS constructor, 3 AS x, 4 AS x, 5 AS "1"')
      .get();
    expect(Object.entries(row ?? {})).toEqual([
      ['1', 5],
      ['__proto__', 1],
      ['constructor', 2],
      ['x', 4],
    ]);
    expect(Object.getPrototypeOf(row)).toBe(Object.prototype);
  });

  test('what it knows of itself', () => {
    using database = filled();
    const statement = database.prepare('SELECT id AS x, 1 + ? FROM t');
    expect(statement.columns()).toEqual([
      { name: 'x', type: 'INTEGER', column: 'id', table: 't', database: 'main' },
      { name: '1 + ?', type: null, column: null, table: null, database: null },
    ]);
    statement.get('it');
    expect(statement.sql).toBe('SELECT id AS x, 1 + ? FROM t');
    expect(statement.expandedSQL).toBe("SELECT id AS x, 1 + 'it' FROM t");
    expect(statement.readonly).toBe(true);
    expect(database.prepare('DELETE FROM t').readonly).toBe(false);
  });

  test('loops that end early, and statements that run inside', () => {
    using database = filled();
    const statement = database.prepare('SELECT id FROM t');
    for (let round = 0; round < 3; round++)
      for (const { id } of statement.iterate()) if (Number(id) > 300) break;
    const iterator = statement.iterate();
    expect(iterator.next()).toEqual({ done: false, value: { id: 1 } });
    expect(() => statement.get()).toThrow(
      'Statement.get: the statement is running: its rows have not come to an end',
    );
    expect(iterator.return?.()).toEqual({ done: true, value: undefined });
    expect(statement.get()).toEqual({ id: 1 });
    let sum = 0;
    const inner = database.prepare('SELECT count(*) AS n FROM t WHERE id <= ?');
    const change = database.prepare('UPDATE t SET name = name || 1 WHERE id = ?');
    for (const { id } of statement.iterate()) {
      sum += Number(inner.get(Number(id))?.['n']);
      change.run(Number(id));
    }
    expect(sum).toBe((1000 * 1001) / 2);
  });

  test('errors in the middle of rows', () => {
    using database = sqlite3.connect(':memory:');
    const sql = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100)
      SELECT i, abs(CASE i WHEN 70 THEN -9223372036854775808 ELSE i END) AS x FROM n`;
    const seen: unknown[] = [];
    const statement = database.prepare(sql);
    const loop = (): void => {
      for (const { i } of statement.iterate()) seen.push(i);
    };
    expect(loop).toThrow('integer overflow');
    expect(seen).toHaveLength(69);
    expect(() => statement.all()).toThrow('integer overflow');
    const cursor = database.execute(sql);
    expect(cursor.fetchmany(69)).toHaveLength(69);
    expect(() => cursor.fetchone()).toThrow(sqlite3.OperationalError);
    expect(cursor.fetchone()).toBeNull();
  });

  test('disposal', () => {
    using database = filled();
    {
      using statement = database.prepare('SELECT * FROM t');
      expect(statement.get()).toBeDefined();
    }
    const statement = database.prepare('SELECT * FROM t');
    const iterator = statement.iterate();
    iterator.next();
    statement[Symbol.dispose]();
    statement[Symbol.dispose]();
    expect([...iterator]).toEqual([]);
    const other = database.prepare('SELECT * FROM t');
    const rows = other.iterate();
    rows.next();
    database.close();
    expect(() => [...rows]).toThrow('Statement.iterate: the connection is closed');
    other[Symbol.dispose]();
    expect(() => other.get()).toThrow(sqlite3.ProgrammingError);
  });
});

describe('Cursor', () => {
  test('fetches rows in all ways', () => {
    using database = filled({}, 10);
    const cursor = database.execute('SELECT id FROM t');
    expect(cursor.fetchone()).toEqual([1]);
    expect(cursor.fetchmany(3)).toEqual([[2], [3], [4]]);
    cursor.arraysize = 2;
    expect(cursor.fetchmany()).toEqual([[5], [6]]);
    for (const row of cursor) {
      expect(row).toEqual([7]);
      break;
    }
    expect(cursor.fetchall()).toEqual([[8], [9], [10]]);
    expect([cursor.fetchone(), cursor.fetchall()]).toEqual([null, []]);
    expect(cursor.description?.[0]?.[0]).toBe('id');
    cursor.execute('SELECT id FROM t');
    expect(cursor.execute('SELECT 5').fetchall()).toEqual([[5]]);
    expect(cursor.connection).toBe(database);
    expect(database.cursor().description).toBeNull();
  });

  test('row_factory', () => {
    using database = filled({}, 2);
    database.row_factory = sqlite3.Row;
    const row = database
      .execute('SELECT id, name AS Title FROM t')
      .fetchone() as unknown as sqlite3.Row;
    expect(row).toBeInstanceOf(sqlite3.Row);
    expect([row.get('title'), row.get('ID'), row.get(0), row.get(-1), row[1], row.length]).toEqual([
      'name 1',
      1,
      1,
      'name 1',
      'name 1',
      2,
    ]);
    expect([row.keys(), [...row], JSON.stringify(row)]).toEqual([
      ['id', 'Title'],
      [1, 'name 1'],
      '{"id":1,"Title":"name 1"}',
    ]);
    expect(() => row.get('other')).toThrow('Row.get: there is no column other');
    expect(() => row.get(2)).toThrow(RangeError);
    database.row_factory = (cursor, values) => `${cursor.description?.[0]?.[0]}=${values[0]}`;
    expect(database.execute('SELECT id FROM t').fetchall()).toEqual(['id=1', 'id=2']);
  });

  test('statements are kept for texts that come again, also while they run', () => {
    using database = filled({ cached_statements: 2 }, 5);
    const sql = 'SELECT id FROM t';
    const [first, second] = [database.execute(sql), database.execute(sql)];
    expect(first.fetchone()).toEqual([1]);
    expect(second.fetchall()).toHaveLength(5);
    expect(first.fetchall()).toHaveLength(4);
    for (let i = 0; i < 20; i++)
      expect(database.execute(`SELECT ${i % 5}`).fetchone()).toEqual([i % 5]);
  });
});

describe('transactions', () => {
  test('of functions', () => {
    using database = filled({}, 0);
    const insert = database.prepare('INSERT INTO t (name) VALUES (?)');
    const count = (): unknown => database.prepare('SELECT count(*) AS n FROM t').get()?.['n'];
    const both = database.transaction((name: string, fails: boolean) => {
      expect(database.in_transaction).toBe(true);
      insert.run(name);
      if (fails) throw new RangeError('no');
      return insert.run(name).lastInsertRowid;
    });
    expect(both('a', false)).toBe(2);
    expect(() => both.immediate('b', true)).toThrow(RangeError);
    expect([count(), database.in_transaction]).toEqual([2, false]);
    const outer = database.transaction(() => {
      both.exclusive('c', false);
      expect(() => both('d', true)).toThrow('no');
    });
    outer();
    expect(count()).toBe(4);
    const ended = database.transaction(() => database.exec('ROLLBACK').exec('SELECT missing'));
    expect(ended).toThrow('no such column: missing');
    database.transaction(() => database.exec('DELETE FROM t')).deferred();
    expect(count()).toBe(0);
  });
});
