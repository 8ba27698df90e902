// `sqlite3`, beside better-sqlite3 and, where the running Node.js has it, node:sqlite: the same statements on databases in memory.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { builtin, installed, type Task } from './peers.ts';

interface Statement {
  run(...values: unknown[]): unknown;
  get(...values: unknown[]): unknown;
  all(): unknown[];
  iterate(): Iterable<Readonly<Record<string, unknown>>>;
}
interface Database {
  exec(sql: string): unknown;
  prepare(sql: string): Statement;
}
/** How each calls what makes a function of SQL. */
type Define = (name: string, f: (x: number) => number) => void;
interface Opened {
  readonly database: Database;
  readonly define: Define;
}

const ROWS = 100_000;
const GETS = 10_000;
const VERSION = '12.11.1';

/** A package of C++: its binaries are on a host of their own, so it is built here, with the headers of this Node.js. */
function betterSqlite3(): (new (path: string) => Database & { function: Define }) | null {
  const require = installed([`better-sqlite3@${VERSION}`]);
  const load = (): ReturnType<typeof betterSqlite3> => {
    const Database = require('better-sqlite3') as new (
      path: string,
    ) => Database & { function: Define };
    new Database(':memory:');
    return Database;
  };
  try {
    return load();
  } catch {
    const prefix = dirname(dirname(process.execPath));
    if (!existsSync(join(prefix, 'include/node/v8.h'))) return null;
    process.stdout.write('building better-sqlite3 (once; some minutes)\n');
    const options = ['--build-from-source', `--nodedir=${prefix}`, '--silent'];
    const cwd = join(dirname(require.resolve('better-sqlite3/package.json')), '../..');
    try {
      execFileSync('npm', ['rebuild', 'better-sqlite3', ...options], { cwd, stdio: 'inherit' });
      return load();
    } catch {
      return null;
    }
  }
}

async function contestants(): Promise<Readonly<Record<string, () => Opened>>> {
  const { connect } = (await builtin('sqlite3')) as {
    connect(path: string): Database & {
      create_function(name: string, narg: number, f: (x: number) => number): void;
    };
  };
  const found: Record<string, () => Opened> = {
    mixmod: () => {
      const database = connect(':memory:');
      return { database, define: (name, f) => database.create_function(name, 1, f) };
    },
  };
  const Better = betterSqlite3();
  if (Better)
    found['better-sqlite3'] = () => {
      const database = new Better(':memory:');
      return { database, define: (name, f) => database.function(name, f) };
    };
  try {
    const specifier = 'node:sqlite';
    const { DatabaseSync } = (await import(specifier)) as {
      DatabaseSync: new (path: string) => Database & { function: Define };
    };
    found['node:sqlite'] = () => {
      const database = new DatabaseSync(':memory:');
      return { database, define: (name, f) => database.function(name, f) };
    };
  } catch {
    // Node.js 20 has none.
  }
  return found;
}

const SCHEMA = 'CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT, price REAL, count INTEGER)';

function insertAll({ database }: Opened): number {
  database.exec('DELETE FROM t');
  database.exec('BEGIN');
  const insert = database.prepare('INSERT INTO t (name, price, count) VALUES (?, ?, ?)');
  for (let i = 0; i < ROWS; i++) insert.run(`name of ${i}`, i / 4, i);
  database.exec('COMMIT');
  return ROWS;
}
function filled(open: () => Opened): Opened {
  const opened = open();
  opened.database.exec(SCHEMA);
  insertAll(opened);
  return opened;
}

function getMany(select: Statement): number {
  let sum = 0;
  for (let i = 1; i <= GETS; i++) sum += (select.get(i * 7) as { count: number }).count;
  return sum;
}
function iterateAll(select: Statement): number {
  let sum = 0;
  for (const row of select.iterate())
    sum += (row['count'] as number) + (row['name'] as string).length;
  return sum;
}
function allRows(select: Statement): number {
  let sum = 0;
  for (const row of select.all() as { price: number }[]) sum += row.price;
  return sum;
}

export async function sqlite3Tasks(): Promise<readonly Task[]> {
  const names = await contestants();
  const each = (what: string, times: number, prepare: (opened: Opened) => () => unknown): Task => {
    const runs = Object.entries(names).map(
      ([name, open]) => [name, prepare(filled(open))] as const,
    );
    return { what, times, contestants: Object.fromEntries(runs) };
  };
  return [
    each('insert a row, 100,000 in a transaction', ROWS, (opened) => () => insertAll(opened)),
    each('get a row by its key', GETS, ({ database }) => {
      const select = database.prepare('SELECT * FROM t WHERE id = ?');
      return () => getMany(select);
    }),
    each('iterate over a row of 100,000', ROWS, ({ database }) => {
      const select = database.prepare('SELECT * FROM t');
      return () => iterateAll(select);
    }),
    each('a row of all 100,000', ROWS, ({ database }) => {
      const select = database.prepare('SELECT * FROM t');
      return () => allRows(select);
    }),
    each('call a function of JavaScript', ROWS, ({ database, define }) => {
      define('next', (x) => x + 1);
      const select = database.prepare('SELECT sum(next(count)) AS sum FROM t');
      return () => (select.get() as { sum: number }).sum;
    }),
  ];
}
