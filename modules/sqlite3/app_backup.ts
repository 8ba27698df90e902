// Copies of whole databases, page by page.
import { Backup, sleep } from './interp_sqlite3.ts';
import { DONE } from './app_engine.ts';
import type { Database } from './app_database.ts';
import { ProgrammingError, checkedFunction, checkedInteger, checkedText } from './app_errors.ts';

export interface BackupOptions {
  /** How many pages are copied at a time; -1, if not given: all. */
  readonly pages?: number;
  /** Called after each time: sqlite3's code, how many pages are left, and how many there are. */
  readonly progress?: ((status: number, remaining: number, total: number) => void) | null;
  /** The schema that is copied: `'main'` if not given. */
  readonly name?: string;
  /** Seconds to wait where another connection has a lock: 0.25 if not given. */
  readonly sleep?: number;
}

const [BUSY, LOCKED] = [5, 6] as const;

/** Copies a database into that of another connection; what was there is gone. Throws what stops it. */
export function backup(source: Database, target: Database, options: BackupOptions): void {
  const where = 'Connection.backup';
  const { pages = -1, progress = null, name = 'main', sleep: seconds = 0.25 } = options;
  checkedInteger(pages, -1, 0x7fffffff, where, 'pages');
  if (progress !== null) checkedFunction(progress, where, 'progress');
  checkedText(name, where, 'name');
  if (typeof seconds !== 'number' || !(seconds >= 0 && seconds <= 86_400))
    throw new RangeError(`${where}: sleep must be from 0 to 86400, not ${String(seconds)}`);
  if (source === target) throw new ProgrammingError(`${where}: target must be another connection`);
  target.check(where);
  const copy = new Backup(target.native.address, 'main', source.native.address, name);
  if (!copy.hasBegun) throw target.failure(target.native.errorCode);
  // Neither connection can be closed meanwhile.
  source.depth++;
  target.depth++;
  let code: number;
  try {
    do {
      code = copy.step(pages === 0 ? -1 : pages);
      progress?.(code, copy.remaining, copy.pages);
      if (code === BUSY || code === LOCKED) sleep(Math.round(seconds * 1000));
    } while (code === 0 || code === BUSY || code === LOCKED);
  } finally {
    copy.finish();
    source.depth--;
    target.depth--;
  }
  if (code !== DONE) throw target.failure(code);
}
