// Functions that run in a transaction.
import type { Database } from './app_database.ts';

export type Kind = 'DEFERRED' | 'IMMEDIATE' | 'EXCLUSIVE';

/** Runs in a transaction of the kind that is its default, deferred, or in one of those that it names. */
export interface Transaction<A extends readonly unknown[], R> {
  (...values: A): R;
  readonly deferred: (...values: A) => R;
  readonly immediate: (...values: A) => R;
  readonly exclusive: (...values: A) => R;
}

export function transaction<A extends readonly unknown[], R>(
  database: Database,
  body: (...values: A) => R,
): Transaction<A, R> {
  const of =
    (kind: Kind) =>
    (...values: A): R =>
      within(database, kind, () => body(...values));
  const deferred = of('DEFERRED');
  const kinds = { deferred, immediate: of('IMMEDIATE'), exclusive: of('EXCLUSIVE') };
  return Object.assign((...values: A): R => deferred(...values), kinds);
}

function within<R>(database: Database, kind: Kind, body: () => R): R {
  database.check('transaction');
  const isNested = database.inTransaction;
  const [begin, commit, rollback] = isNested
    ? [`SAVEPOINT ${NAME}`, `RELEASE ${NAME}`, `ROLLBACK TO ${NAME}; RELEASE ${NAME}`]
    : [`BEGIN ${kind}`, 'COMMIT', 'ROLLBACK'];
  database.script(begin);
  try {
    const result = body();
    if (isPromise(result))
      throw new TypeError(
        'transaction: body gives a promise, but a transaction ends when it returns',
      );
    database.script(commit);
    return result;
  } catch (error) {
    // sqlite3 takes some transactions back by itself; a body may have closed the connection.
    if (database.isOpen && database.inTransaction) database.script(rollback);
    throw error;
  }
}

const NAME = '"mixmod transaction"';

const isPromise = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  'then' in value &&
  typeof value.then === 'function';
