// What concerns the library itself.
import { complete, version } from './interp_sqlite3.ts';
import { checkedText } from './app_errors.ts';

/** Of the library that is loaded, such as `'3.40.1'`. */
export const sqlite_version: string = version();

/** Whether the text ends with a complete statement, as shells ask. */
export function complete_statement(statement: string): boolean {
  return complete(checkedText(statement, 'complete_statement', 'statement'));
}
