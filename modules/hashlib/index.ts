// CPython's `hashlib`: the compression functions are compiled (`interp_*.ts`, no library is needed); padding, buffers and
// objects are plain TypeScript.
import { mixedModule } from 'mixmod';
import * as app from './app_names.ts';

export default mixedModule({ name: 'hashlib', appleveldefs: app });
