'use mixmod';
// The platform's libm, which CPython uses: V8 brings its own, whose results differ in the last bit now and then.
import { rffi } from 'mixmod';

const libm = rffi.ExternalCompilationInfo({ includes: ['math.h'], libraries: ['m'] });
const c_log = rffi.llexternal('log', [rffi.DOUBLE], rffi.DOUBLE, { compilation_info: libm });
const c_exp = rffi.llexternal('exp', [rffi.DOUBLE], rffi.DOUBLE, { compilation_info: libm });
const c_sin = rffi.llexternal('sin', [rffi.DOUBLE], rffi.DOUBLE, { compilation_info: libm });
const c_cos = rffi.llexternal('cos', [rffi.DOUBLE], rffi.DOUBLE, { compilation_info: libm });
const c_acos = rffi.llexternal('acos', [rffi.DOUBLE], rffi.DOUBLE, { compilation_info: libm });
const c_pow = rffi.llexternal('pow', [rffi.DOUBLE, rffi.DOUBLE], rffi.DOUBLE, {
  compilation_info: libm,
});

export function log(x: number): number {
  return c_log(x);
}
export function exp(x: number): number {
  return c_exp(x);
}
export function sin(x: number): number {
  return c_sin(x);
}
export function cos(x: number): number {
  return c_cos(x);
}
export function acos(x: number): number {
  return c_acos(x);
}
export function pow(x: number, y: number): number {
  return c_pow(x, y);
}
