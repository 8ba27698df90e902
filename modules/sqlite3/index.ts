// SQLite, by the library of the system: CPython's `sqlite3`, and statements as users of JavaScript know them. Statements
// run in compiled code (`interp_*.ts`), which gives rows many at once; what users see is plain TypeScript.
import { mixedModule } from 'mixmod';
import * as app from './app_names.ts';
import * as interp from './interp_sqlite3.ts';

export default mixedModule({ name: 'sqlite3', appleveldefs: app, shutdown: interp.close_all });
