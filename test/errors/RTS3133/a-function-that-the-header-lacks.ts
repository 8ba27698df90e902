'use mixmod';
import { i32, rffi } from 'mixmod';
const compilation_info = rffi.ExternalCompilationInfo({ includes: ['stdlib.h'] });
// error RTS3133: absolute is not declared by stdlib.h
const absolute = rffi.llexternal('absolute', [rffi.INT], rffi.INT, { compilation_info });
export function f(a: i32): i32 { return absolute(a); }
