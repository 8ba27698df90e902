// CPython's `csv`: the scanner of the reader is compiled (`interp_scan.ts`), which finds where fields lie in a text; rows
// are made, and written, in plain TypeScript.
import { mixedModule } from 'mixmod';
import * as app from './app_names.ts';

export default mixedModule({ name: 'csv', appleveldefs: app });
