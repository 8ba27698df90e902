// Does an expression compile and link? Functions, variables, macros, libraries and headers that are there or not.
'use mixmod';
import { comptime, rffi, rffi_platform } from 'mixmod';
const math = rffi.ExternalCompilationInfo({ includes: ['math.h'], libraries: ['m'] });
const two = rffi.ExternalCompilationInfo({ includes: ['math.h'], libraries: ['m', 'z'] });
const unknownLibrary = rffi.ExternalCompilationInfo({ includes: ['math.h'], libraries: ['mixmod_no_such_library'] });
const unknownHeader = rffi.ExternalCompilationInfo({ includes: ['mixmod/no/such/header.h'] });
const noHeader = rffi.ExternalCompilationInfo({ libraries: ['m'] });
const variable = rffi.ExternalCompilationInfo({
  post_include_bits: ['extern int defined_here;'],
  separate_module_sources: ['int defined_here = 3;'],
});
const old = rffi.ExternalCompilationInfo({ includes: ['stdio.h'], pre_include_bits: ['/* a comment of C */'] });
const POW = rffi_platform.has('pow', math);
const POW_TWO = rffi_platform.has('pow', two);
const POW_UNKNOWN = rffi_platform.has('pow(2.5, 3)', unknownLibrary);
const BOGUS = rffi_platform.has('mixmod_no_such_function', math);
const BOTH_BOGUS = rffi_platform.has('mixmod_no_such_function', unknownLibrary);
const NO_HEADER = rffi_platform.has('pow', noHeader);
const IN_NO_HEADER = rffi_platform.has('x', unknownHeader);
const VARIABLE = rffi_platform.has('defined_here', variable);
const UNKNOWN = rffi_platform.has('undeclared_here', variable);
const SEEK = rffi_platform.has('SEEK_SET', old);
const c = rffi_platform.configure({
  _compilation_info_: two,
  WORKS: rffi_platform.Works(),
  HAS_HYPOT: rffi_platform.Has('hypot(3.0, 4.0)'),
  HAS_NO_CALL: rffi_platform.Has('mixmod_no_such_function(3.0)'),
  HAS_TYPE: rffi_platform.Has('(double_t)1'),
  HAS_NO_TYPE: rffi_platform.Has('(mixmod_no_such_type)1'),
});
const VERIFIED = comptime(() => {
  rffi_platform.verify_eci(two);
  return true;
});
export function functions(): string { return `${POW} ${POW_TWO} ${BOGUS}`; }
export function unknownLibraries(): string { return `${POW_UNKNOWN} ${BOTH_BOGUS}`; }
export function headers(): string { return `${NO_HEADER} ${IN_NO_HEADER}`; }
export function variables(): string { return `${VARIABLE} ${UNKNOWN}`; }
export function macros(): boolean { return SEEK; }
export function works(): string { return `${c.WORKS} ${VERIFIED}`; }
export function inConfigure(): string { return `${c.HAS_HYPOT} ${c.HAS_TYPE} ${c.HAS_NO_TYPE}`; }
/** C lets undeclared functions be called; the linker does not. */
export function calls(): boolean { return c.HAS_NO_CALL; }
/** What a program does with it. */
export function chosen(): string { return c.HAS_HYPOT ? 'hypot' : 'sqrt'; }
// functions() → 'true true false'
// unknownLibraries() → 'false false'
// headers() → 'false false'
// variables() → 'true false'
// macros() → true
// works() → 'true true'
// inConfigure() → 'true true false'
// calls() → false
// chosen() → 'hypot'
