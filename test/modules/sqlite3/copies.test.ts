// Blobs that are read and written in place, copies of databases, dumps, limits.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import * as sqlite3 from '../../../dist/modules/sqlite3/index.js';

const folder = mkdtempSync(join(tmpdir(), 'mixmod-sqlite-'));
afterAll(() => rmSync(folder, { recursive: true }));

let database = sqlite3.connect(':memory:');
beforeEach(() => {
  database.close();
  database = sqlite3.connect(':memory:');
});
afterAll(() => database.close());

describe('blobs', () => {
  beforeEach(() => {
    database.exec(
      'CREATE TABLE t (x BLOB); INSERT INTO t VALUES (zeroblob(100000)), (zeroblob(3))',
    );
  });

  test('are read and written like files', () => {
    using blob = database.blobopen('t', 'x', 1);
    expect([blob.length, blob.tell()]).toEqual([100_000, 0]);
    blob.write(Uint8Array.of(1, 2, 3));
    blob.seek(-2, 2);
    blob.write(Uint8Array.of(8, 9).buffer);
    expect(() => blob.write(Uint8Array.of(1))).toThrow(
      'Blob.write: data has 1 bytes, and 0 are left',
    );
    blob.seek(1);
    expect([...blob.read(3)]).toEqual([2, 3, 0]);
    blob.seek(99_993, 1);
    expect([...blob.read()]).toEqual([0, 8, 9]);
    expect(blob.read()).toHaveLength(0);
    expect(() => blob.seek(1, 2)).toThrow(
      'Blob.seek: offset must be an integer from -100000 to 0, not 1',
    );
    const row = database.prepare('SELECT hex(substr(x, 1, 4)) AS start FROM t').get();
    expect(row).toEqual({ start: '01020300' });
  });

  test('that are closed, changed, or not there', () => {
    const error = (action: () => unknown): unknown => {
      try {
        return action();
      } catch (thrown) {
        const { name, message } = thrown as Error;
        return `${name}: ${message}`;
      }
    };
    const blob = database.blobopen('t', 'x', 2n, { readonly: true });
    expect(error(() => blob.write(Uint8Array.of(1)))).toMatch(
      'attempt to write a readonly database',
    );
    database.exec('UPDATE t SET x = 5 WHERE rowid = 2');
    expect(error(() => blob.read())).toMatch('sqlite3.OperationalError:');
    blob.close();
    blob.close();
    expect(error(() => blob.read())).toBe(
      'sqlite3.ProgrammingError: Blob.read: the blob is closed',
    );
    expect(error(() => database.blobopen('t', 'x', 9))).toBe(
      'sqlite3.OperationalError: no such rowid: 9',
    );
    expect(error(() => database.blobopen('t', 'y', 1))).toBe(
      'sqlite3.OperationalError: no such column: "y"',
    );
    expect(error(() => database.blobopen('t', 'x', 1.5))).toMatch(
      'RangeError: Connection.blobopen: row must be',
    );
    expect(error(() => database.blobopen('t', 5 as never, 1))).toBe(
      'TypeError: Connection.blobopen: column must be a string, not number',
    );
    const left = database.blobopen('t', 'x', 1);
    database.close();
    expect(error(() => left.length)).toBe(
      'sqlite3.ProgrammingError: Blob.length: the connection is closed',
    );
    left.close();
  });
});

describe('backup', () => {
  const fill = (count: number): void => {
    database.exec('CREATE TABLE t (x)');
    const insert = database.prepare('INSERT INTO t VALUES (?)');
    database.transaction(() => {
      for (let i = 0; i < count; i++) insert.run('x'.repeat(1000));
    })();
  };

  test('copies everything, all at once or in steps', () => {
    fill(500);
    for (const pages of [-1, 10]) {
      using target = sqlite3.connect(join(folder, `copy${pages}.db`));
      target.exec('CREATE TABLE old (x)');
      const seen: number[] = [];
      database.backup(target, { pages, progress: (_, remaining) => seen.push(remaining) });
      expect(target.prepare('SELECT count(*) AS n FROM t').get()).toEqual({ n: 500 });
      expect(() => target.prepare('SELECT * FROM old')).toThrow('no such table: old');
      expect(seen.at(-1)).toBe(0);
      expect(seen.length > 10).toBe(pages === 10);
    }
  });

  test('is stopped by errors, and leaves both connections as they were', () => {
    fill(10);
    using target = sqlite3.connect(':memory:');
    const own = new Error('own');
    const stop = (): never => {
      throw own;
    };
    expect(() => database.backup(target, { pages: 1, progress: stop })).toThrow(own);
    expect(() => database.backup(target, { progress: () => target.close() })).toThrow('is in use');
    expect(() => database.backup(database)).toThrow(
      'Connection.backup: target must be another connection',
    );
    expect(() => database.backup({} as never)).toThrow(
      'Connection.backup: target must be a Connection, not object',
    );
    expect(() => database.backup(target, { name: 'missing' })).toThrow('unknown database missing');
    expect(() => database.backup(target, { pages: 0.5 })).toThrow(RangeError);
    database.backup(target);
    expect(target.prepare('SELECT count(*) AS n FROM t').get()).toEqual({ n: 10 });
  });
});

test('iterdump is what CPython dumps, and makes the database again', () => {
  const path = join(folder, 'dump.db');
  const script = `CREATE TABLE "odd ""name""" (a, "b ""c", d DEFAULT 'x;y');
    CREATE TABLE counted (id INTEGER PRIMARY KEY AUTOINCREMENT, x);
    CREATE TABLE empty (x); CREATE INDEX i ON counted (x); CREATE VIEW v AS SELECT 1;
    CREATE TRIGGER g AFTER INSERT ON counted BEGIN SELECT 1; END;
    INSERT INTO "odd ""name""" VALUES (1, 'it''s', x'00ff'), (NULL, -1.5, 9007199254740993);
    INSERT INTO counted (x) VALUES ('é'), (1e300); ANALYZE`;
  {
    using file = sqlite3.connect(path);
    file.exec(script);
  }
  const program =
    'import sqlite3, sys\nfor line in sqlite3.connect(sys.argv[1]).iterdump(): print(line)';
  const { stdout } = spawnSync('python3', ['-c', program, path], { encoding: 'utf8' });
  using file = sqlite3.connect(path);
  const lines = [...file.iterdump()];
  expect(`${lines.join('\n')}\n`).toBe(stdout);
  expect(lines.length).toBeGreaterThan(12);
  const withoutStatistics = lines.filter((line) => !line.includes('sqlite_stat1'));
  database.exec(withoutStatistics.join('\n'));
  expect(database.prepare('SELECT x FROM counted').all()).toEqual([{ x: 'é' }, { x: 1e300 }]);
});

test('limits', () => {
  const before = database.setlimit(sqlite3.SQLITE_LIMIT_SQL_LENGTH, 20);
  expect(before).toBeGreaterThan(1000);
  expect(database.getlimit(sqlite3.SQLITE_LIMIT_SQL_LENGTH)).toBe(20);
  expect(() => database.execute('SELECT 1, 2, 3, 4, 5, 6')).toThrow(sqlite3.DataError);
  expect(() => database.getlimit(12)).toThrow(
    'Connection.getlimit: category must be an integer from 0 to 11, not 12',
  );
  expect(() => database.setlimit(0, -1)).toThrow('Connection.setlimit: limit must be');
});
