// libm: doubles, floats and long doubles, results through pointers, and macros.
'use mixmod';
import { f32, f64, i32, isize, lltype, rffi } from 'mixmod';
const libm = rffi.ExternalCompilationInfo({ includes: ['math.h'], libraries: ['m'] });
const c = { compilation_info: libm };
const ONE_INT = lltype.FixedSizeArray(rffi.INT, 1);
const frexp = rffi.llexternal('frexp', [rffi.DOUBLE, lltype.Ptr(ONE_INT)], rffi.DOUBLE, c);
const ldexp = rffi.llexternal('ldexp', [rffi.DOUBLE, rffi.INT], rffi.DOUBLE, c);
const modf = rffi.llexternal('modf', [rffi.DOUBLE, rffi.DOUBLEP], rffi.DOUBLE, c);
const hypot = rffi.llexternal('hypot', [rffi.DOUBLE, rffi.DOUBLE], rffi.DOUBLE, c);
const sqrtf = rffi.llexternal('sqrtf', [rffi.FLOAT], rffi.FLOAT, c);
const sqrtl = rffi.llexternal('sqrtl', [rffi.LONGDOUBLE], rffi.LONGDOUBLE, c);
const lround = rffi.llexternal('lround', [rffi.DOUBLE], rffi.LONG, c);
const c_signbit = rffi.llexternal('signbit', [rffi.DOUBLE], rffi.INT, { compilation_info: libm, macro: true });
const pure = rffi.llexternal('floor', [rffi.DOUBLE], rffi.DOUBLE, { compilation_info: libm, elidable_function: true });
export function parts(x: f64): string {
  using exponent = lltype.scoped_alloc(ONE_INT);
  const fraction = frexp(x, exponent.ptr);
  return `${fraction} ${exponent.ptr[0]} ${ldexp(fraction, exponent.ptr[0])}`;
}
export function whole(x: f64): string {
  using integer = lltype.scoped_alloc(rffi.DOUBLEP.to, 1);
  const rest = modf(x, integer.ptr);
  return `${integer.ptr[0]} ${rest}`;
}
export function distance(x: f64, y: f64): f64 { return hypot(x, y); }
export function single(x: f64): f64 { return sqrtf(f32(x)); }
export function long(x: f64): f64 { return sqrtl(x); }
export function rounded(x: f64): isize { return lround(x); }
export function isNegative(x: f64): boolean { return c_signbit(x) !== 0; }
export function floors(x: f64): f64 { return pure(x) + pure(x); }
/** An integer is given where C takes a double. */
export function fromInteger(x: i32): f64 { return hypot(x, 0); }
// parts(2.5) → '0.625 2 2.5'
// parts(0) → '0 0 0'
// whole(-3.25) → '-3 -0.25'
// distance(3, 4) → 5
// single(2) → 1.4142135381698608
// long(2) → 1.4142135623730951
// rounded(-2.5) → -3
// isNegative(-0) → true
// isNegative(0) → false
// floors(1.75) → 2
// fromInteger(-7) → 7
// distance(NaN, 1 / 0) → Infinity
