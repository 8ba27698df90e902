'use mixmod';
import { i32, rffi } from 'mixmod';
const compilation_info = rffi.ExternalCompilationInfo({ includes: ['stdlib.h'] });
// error RTS3132: abs does not take 2 arguments in C
const abs = rffi.llexternal('abs', [rffi.INT, rffi.INT], rffi.INT, { compilation_info });
export function f(a: i32): i32 { return abs(a, a); }
