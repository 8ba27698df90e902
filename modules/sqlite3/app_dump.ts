// A database as the statements that make it again.
import type { Database } from './app_database.ts';
import type { Value } from './app_frame.ts';
import { ALL, Run } from './app_run.ts';

const quoted = (name: Value | undefined): string => `"${String(name).replaceAll('"', '""')}"`;

function rows(database: Database, sql: string): Value[][] {
  const where = 'Connection.iterdump';
  const prepared = database.take(sql, where);
  if (prepared === null) return [];
  const found: Value[][] = [];
  try {
    const run = new Run(prepared, null, [], ALL, true, where);
    while (run.next()) found.push(run.values());
  } finally {
    database.give(prepared);
  }
  return found;
}

const schema = (database: Database, condition: string): Value[][] =>
  rows(database, `SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND type ${condition}`);

/** One statement each; tables first, by name, each with its rows; counters of AUTOINCREMENT last. */
export function* dump(database: Database): Generator<string, void, undefined> {
  const counters: string[] = [];
  yield 'BEGIN TRANSACTION;';
  for (const [name, sql] of schema(database, "= 'table' ORDER BY name")) {
    if (name === 'sqlite_sequence') {
      counters.push('DELETE FROM "sqlite_sequence";');
      for (const [table, last] of rows(database, 'SELECT * FROM sqlite_sequence'))
        counters.push(`INSERT INTO "sqlite_sequence" VALUES('${String(table)}',${String(last)});`);
      continue;
    }
    if (name === 'sqlite_stat1') yield 'ANALYZE "sqlite_master";';
    else if (String(name).startsWith('sqlite_')) continue;
    else yield `${String(sql)};`;
    yield* inserts(database, name);
  }
  for (const [, sql] of schema(database, "IN ('index', 'trigger', 'view')"))
    yield `${String(sql)};`;
  yield* counters;
  yield 'COMMIT;';
}

function* inserts(database: Database, name: Value | undefined): Generator<string> {
  const table = quoted(name);
  const columns = rows(database, `PRAGMA table_info(${table})`).map(([, column]) => quoted(column));
  if (columns.length === 0) return;
  const values = columns.map((column) => `quote(${column})`).join(` || ',' || `);
  for (const [text] of rows(database, `SELECT ${values} FROM ${table}`))
    yield `INSERT INTO ${table} VALUES(${String(text)});`;
}
