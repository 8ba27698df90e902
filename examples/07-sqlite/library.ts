'use mixmod';
// Programs that use the binding, each of which gives a text: what JavaScript can call.
import { f64, i32, i64 } from 'mixmod';
import { type Aggregate, type Call, Database, Kind, SqliteError } from './sqlite.ts';
export { memoryUsed, version } from './sqlite.ts';

const SCHEMA = `
  CREATE TABLE book (id INTEGER PRIMARY KEY, title TEXT NOT NULL UNIQUE, price REAL, pages INTEGER, cover BLOB);
`;

function fill(database: Database, count: i32): void {
  database.transaction(() => {
    using insert = database.prepare(
      'INSERT INTO book (title, price, pages, cover) VALUES (:title, :price, :pages, :cover)',
    );
    const [title, price] = [insert.parameter(':title'), insert.parameter(':price')];
    const [pages, cover] = [insert.parameter(':pages'), insert.parameter(':cover')];
    for (let i: i32 = 0; i < count; i++) {
      insert.bindText(title, `Book ${i} – \u{1f4d6}`).bindDouble(price, f64(i) / 4);
      if (i % 10 === 9) insert.bindNull(pages);
      else insert.bindInt(pages, i * 3);
      insert.bindBlob(cover, new Uint8Array(i % 50).fill(i));
      insert.run();
    }
  });
}

/** Inserts and sums up. */
export function shelf(count: i32): string {
  using database = new Database(':memory:');
  database.exec(SCHEMA);
  fill(database, count);
  using query = database.prepare(
    'SELECT count(*), sum(price), sum(pages), count(pages), sum(length(cover)), max(title) FROM book',
  );
  query.step();
  const columnCount = query.columnCount;
  let text = '';
  for (let i: i32 = 0; i < columnCount; i++) text += `${query.text(i)}|`;
  return `${text}${query.double(1)}|${query.int(2)}|${database.lastRow}`;
}

function shown(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += `${byte},`;
  return text;
}

/** Every kind of value, there and back. */
export function values(wide: i64, real: number, text: string, bytes: Uint8Array): string {
  using database = new Database(':memory:');
  using query = database.prepare('SELECT ?, ?, ?, ?, ?, ? AS missing, typeof(?4)');
  query.bindInt(1, -5).bindInt64(2, wide).bindDouble(3, real).bindText(4, text);
  query.bindBlob(5, bytes).bindNull(6);
  query.step();
  let kinds = '';
  for (let i: i32 = 0; i < query.columnCount; i++) kinds += `${query.kind(i)}`;
  const blob = query.blob(4);
  const isNull = query.kind(5) === Kind.Null && query.blob(5) === null && query.text(5) === null;
  return `${kinds} ${query.int(0)} ${query.int64(1)} ${query.double(2)} ${query.text(3)} ${
    blob === null ? 'null' : shown(blob)
  } ${isNull} ${query.name(5)} ${query.text(6)} ${query.parameterCount}`;
}

/** A transaction that fails leaves nothing, one inside another leaves what the outer did. */
export function transactions(): string {
  using database = new Database(':memory:');
  database.exec('CREATE TABLE t (x UNIQUE)');
  let message = '';
  try {
    database.transaction(() => {
      database.exec('INSERT INTO t VALUES (1)');
      database.exec('INSERT INTO t VALUES (1)');
    });
  } catch (error) {
    if (!(error instanceof SqliteError)) throw error;
    message = `${error.message} (${error.code})`;
  }
  database.transaction(() => {
    database.exec('INSERT INTO t VALUES (2)');
    try {
      database.transaction(() => {
        database.exec('INSERT INTO t VALUES (3)');
        throw new RangeError('never mind');
      });
    } catch (error) {
      message += `; ${(error as RangeError).message}`;
    }
    database.exec('INSERT INTO t VALUES (4)');
  });
  let rows = '';
  database.execRows('SELECT x FROM t ORDER BY x', (row) => {
    rows += `${row[0]} `;
    return true;
  });
  return `${message}: ${rows}${database.isInTransaction}`;
}

/** A blob that is read and written in place. */
export function blobs(size: i32): string {
  using database = new Database(':memory:');
  database.exec(SCHEMA);
  using insert = database.prepare("INSERT INTO book (title, cover) VALUES ('a' || ?1, ?2)");
  for (let i: i32 = 1; i <= 2; i++) insert.bindInt(1, i).bindZeros(2, size).run();
  using blob = database.blob('book', 'cover', 1n, true);
  for (let at: i32 = 0; at < size; at += 1000) {
    blob.write(at, new Uint8Array(Math.min(1000, size - at)).fill(at / 1000));
  }
  let sum = 0;
  for (const byte of blob.read(500, size - 500)) sum += byte;
  let message = '';
  try {
    blob.write(size - 1, new Uint8Array(2));
  } catch (error) {
    message = (error as SqliteError).message;
  }
  blob.move(2n);
  return `${blob.length} ${sum} ${message} ${shown(blob.read(0, 3))}`;
}

class Median implements Aggregate {
  readonly #values: number[] = [];
  step(call: Call): void {
    if (call.kind(0) !== Kind.Null) this.#values.push(call.double(0));
  }
  finish(call: Call): void {
    const { length } = this.#values;
    if (length === 0) return call.resultNull();
    this.#values.sort((a, b) => a - b);
    call.resultDouble(this.#values[length >> 1]);
  }
}

/** Functions of this program that SQL calls. */
export function functions(count: i32): string {
  using database = new Database(':memory:');
  database.exec(SCHEMA);
  fill(database, count);
  let calls: i32 = 0;
  database.define('reversed', 1, (call) => {
    calls++;
    const text = call.text(0);
    let result = '';
    for (const character of text) result = character + result;
    call.resultText(result);
  });
  database.define('total', -1, (call) => {
    let sum: i64 = 0n;
    for (let i: i32 = 0; i < call.count; i++) sum += call.int64(i);
    call.resultInt64(sum);
  });
  database.define('twice', 1, (call) => {
    const bytes = call.blob(0);
    const result = new Uint8Array(bytes.length * 2);
    result.set(bytes);
    result.set(bytes, bytes.length);
    call.resultBlob(result);
  });
  database.define('picky', 1, (call) => {
    throw new RangeError(`not ${call.text(0)}!`);
  });
  database.aggregate('median', 1, () => new Median());
  database.collate('backwards', (a, b) => (a < b ? 1 : a > b ? -1 : 0));
  let text = '';
  database.execRows(
    `SELECT reversed('abc é'), total(), total(1, 2, 9000000000), hex(twice(x'01ff')) AS h`,
    (row, names) => {
      text += `${row.join(' ')} ${names[3]}`;
      return true;
    },
  );
  using medians = database.prepare('SELECT pages % 2, median(price) FROM book GROUP BY 1');
  while (medians.step()) text += ` ${medians.text(0)}:${medians.text(1)}`;
  using none = database.prepare('SELECT median(price) FROM book WHERE 0');
  none.step();
  text += ` ${none.text(0)}`;
  using last = database.prepare(
    'SELECT reversed(title) FROM book ORDER BY title COLLATE backwards',
  );
  while (last.step() && calls < 3);
  text += ` ${last.text(0)} ${calls}`;
  try {
    database.exec("SELECT picky('this')");
  } catch (error) {
    if (error instanceof SqliteError) text += ` ${error.message} (${error.code})`;
  }
  return text;
}

/** Rows by callback: all of them, some, and until one fails. */
export function rows(): string {
  using database = new Database(':memory:');
  const numbers = 'WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i + 1 FROM n WHERE i < 10) ';
  let text = '';
  database.execRows(`${numbers} SELECT i, NULL AS missing FROM n`, (row, names) => {
    text += `${row[0]}${row[1] === null ? names[1][0] : '?'}`;
    return true;
  });
  try {
    database.execRows(`${numbers} SELECT i FROM n`, (row) => row[0] !== '3');
  } catch (error) {
    text += ` ${(error as SqliteError).message}`;
  }
  try {
    database.execRows(`${numbers} SELECT i FROM n`, (row) => {
      if (row[0] === '4') throw new RangeError(`stopped at ${row[0]}`);
      return true;
    });
  } catch (error) {
    text += ` ${(error as RangeError).message}`;
  }
  return text;
}

/** Two connections to one file, of which the second has to wait. */
export function busy(path: string): string {
  using first = new Database(path);
  using second = new Database(path);
  first.exec('DROP TABLE IF EXISTS t; CREATE TABLE t (x)');
  let tries = '';
  second.onBusy((times) => {
    tries += `${times}`;
    if (times === 3) first.exec('COMMIT');
    return times < 3 || times === 3;
  });
  first.exec('BEGIN IMMEDIATE; INSERT INTO t VALUES (1)');
  second.exec('INSERT INTO t VALUES (2)');
  second.onBusy((times) => times < 2);
  first.exec('BEGIN IMMEDIATE');
  let message = '';
  try {
    second.exec('INSERT INTO t VALUES (3)');
  } catch (error) {
    message = (error as SqliteError).message;
  }
  first.exec('ROLLBACK');
  using query = first.prepare('SELECT group_concat(x) FROM t');
  query.step();
  return `${tries} ${message} ${query.text(0)}`;
}

/** What runs, and what it changes. */
export function traced(): string {
  using database = new Database(':memory:');
  database.exec('CREATE TABLE t (x)');
  let log = '';
  database.onTrace((sql) => {
    log += `${sql}; `;
  });
  database.onUpdate((what, table, row) => {
    log += `${what} ${table} ${row}; `;
  });
  using insert = database.prepare('INSERT INTO t VALUES (?)');
  insert.bindText(1, "it's").run();
  insert.bindNull(1);
  insert.run();
  database.exec('UPDATE t SET x = 1 WHERE x IS NULL; DELETE FROM t');
  return `${log}${database.changes}`;
}

/** The message of each mistake. */
export function mistake(kind: i32): string {
  using database = new Database(':memory:');
  switch (kind) {
    case 0:
      database.exec('SELEC 1');
      break;
    case 1:
      database.prepare('SELECT * FROM nothing');
      break;
    case 2:
      database.prepare('SELECT ?').bindInt(2, 1);
      break;
    case 3:
      new Database('/no/such/folder/file.db');
      break;
    case 4:
      database.prepare('  -- nothing');
      break;
    case 5: {
      const statement = database.prepare('SELECT 1');
      statement[Symbol.dispose]();
      statement[Symbol.dispose]();
      statement.step();
      break;
    }
    case 6:
      database.prepare('SELECT 1').text(1);
      break;
    case 7:
      database.blob('no_table', 'x', 1n, false);
      break;
    case 8: {
      const statement = database.prepare('SELECT 1');
      database[Symbol.dispose]();
      statement.step();
      break;
    }
    default:
      database.exec('CREATE TABLE t (x NOT NULL); INSERT INTO t VALUES (NULL)');
  }
  return 'none';
}
export const mistakes = 10;
