'use mixmod';
import { f64, i32, rffi } from 'mixmod';
const compilation_info = rffi.ExternalCompilationInfo({ includes: ['stdlib.h'] });
// error RTS3131: the result of abs is int in C, declared here as Float (double)
const abs = rffi.llexternal('abs', [rffi.INT], rffi.DOUBLE, { compilation_info });
// error RTS3131: argument 1 of labs is long int in C, declared here as SHORT (short)
const labs = rffi.llexternal('labs', [rffi.SHORT], rffi.LONG, { compilation_info });
export function f(a: i32): f64 { return abs(a) + f64(labs(1)); }
