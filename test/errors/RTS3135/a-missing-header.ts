'use mixmod';
import { i32, rffi } from 'mixmod';
const compilation_info = rffi.ExternalCompilationInfo({ includes: ['no-such-header.h'] });
// error RTS3135: the C compiler refuses what the compilation info includes: no-such-header.h: No such file or directory
const abs = rffi.llexternal('abs', [rffi.INT], rffi.INT, { compilation_info });
export function f(a: i32): i32 { return abs(a); }
