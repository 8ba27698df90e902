// The host → the version of V8's interface that what is written of it here is made for.
import { v8Version } from '../../runtime/v8-version.ts';

/**
 * `process.versions.modules` where what is written of V8 in these files is right, in modules/_ffi/fast-call.ts and interp_*.ts; 0
 * elsewhere.
 */
export const V8_VERSION: number = v8Version(process);
