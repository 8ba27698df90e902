// Statements → what `mixmod/modules/sqlite3` makes of them, in the form of `python.ts`.
import * as sqlite3 from '../../../dist/modules/sqlite3/index.js';
import type { Outcome, Step } from './python.ts';

type Cursor = ReturnType<sqlite3.Connection['cursor']>;

export function own(
  path: string,
  steps: readonly Step[],
  options: sqlite3.ConnectOptions = {},
): readonly Outcome[] {
  using database = sqlite3.connect(path, { ...options, bigint: true });
  const outcomes = steps.map((step): Outcome => {
    const found = attempt(database, step);
    return { ...found, isInTransaction: database.in_transaction, changes: database.total_changes };
  });
  database.commit();
  return outcomes;
}

function attempt(database: sqlite3.Connection, step: Step): Partial<Outcome> {
  try {
    if ('call' in step || 'script' in step) {
      if ('call' in step) database[step.call]();
      else database.executescript(step.script);
      return {};
    }
    const cursor =
      'many' in step
        ? database.executemany(step.sql, step.many)
        : database.execute(step.sql, step.parameters ?? []);
    return found(cursor);
  } catch (error) {
    if (!(error instanceof sqlite3.Error)) throw error;
    const { name, sqlite_errorcode = null, sqlite_errorname = null, message } = error;
    return { error: [name.replace('sqlite3.', ''), sqlite_errorcode, sqlite_errorname, message] };
  }
}

function found(cursor: Cursor): Partial<Outcome> {
  const names = cursor.description?.map(([name]) => name) ?? null;
  const rows = cursor.fetchall();
  return { names, rows, rowcount: cursor.rowcount, lastrowid: cursor.lastrowid };
}
