// CPython's `zlib` on libz: streams and checksums are compiled (`interp_*.ts`), objects and arguments are plain TypeScript.
import { mixedModule } from 'mixmod';
import * as app from './app_names.ts';

export default mixedModule({ name: 'zlib', appleveldefs: app });
