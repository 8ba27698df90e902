'use mixmod';
import { i32, rffi } from 'mixmod';
const compilation_info = rffi.ExternalCompilationInfo({
  post_include_bits: ['#define SUM(a, b) ((a) + (b))'],
});
// error RTS3137: the macro SUM does not take the declared arguments: macro "SUM" requires 2 arguments, but only 1 given
const SUM = rffi.llexternal('SUM', [rffi.INT], rffi.INT, { compilation_info, macro: true });
export function f(a: i32): i32 { return SUM(a); }
