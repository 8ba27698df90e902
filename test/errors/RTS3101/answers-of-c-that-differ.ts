'use mixmod';
import { rffi, rffi_platform } from 'mixmod';
const info = rffi.ExternalCompilationInfo({
  includes: ['time.h'],
  post_include_bits: ['struct pair { short a; double b; int list[3]; };', '#define TEXT "text"'],
});
// error RTS3101: this fails when the module is built: Struct of struct pair: field a: it is SHORT in C, declared as INT
const a = rffi_platform.getstruct('struct pair', info, [['a', rffi.INT]]);
// error RTS3101: this fails when the module is built: Struct of struct pair: field b: it is Float in C, declared as LONG
const b = rffi_platform.getstruct('struct pair', info, [['b', rffi.LONG]]);
// error RTS3101: this fails when the module is built: Struct of struct pair: field list has 12 bytes in C, FixedSizeArray(INT, 4) has 16
const c = rffi_platform.getstruct('struct pair', info, [['list', rffi.CFixedArray(rffi.INT, 4)]]);
// error RTS3101: this fails when the module is built: Struct of struct pair: 'struct pair' has no member named 'c'
const d = rffi_platform.getstruct('struct pair', info, [['c', rffi.INT]]);
// error RTS3101: this fails when the module is built: SimpleType of time_t: it is TIME_T in C, declared as INT
const e = rffi_platform.getsimpletype('time_t', info, rffi.INT);
// error RTS3101: this fails when the module is built: SimpleType of time_t: it is TIME_T in C, declared as ULONG
const f = rffi_platform.getsimpletype('time_t', info, rffi.ULONG);
// error RTS3101: this fails when the module is built: ConstantInteger of TEXT: TEXT is a string, no integer
const g = rffi_platform.getconstantinteger('TEXT', info);
// error RTS3101: this fails when the module is built: IntegerFunctionResult of no_such_function: no library has no_such_function
const h = rffi_platform.getintegerfunctionresult('no_such_function', [1], info);
// error RTS3101: this fails when the module is built: rffi_platform.ConstantInteger expects the C text that it asks about, got  
const i = rffi_platform.getconstantinteger(' ', info);
export const one = (): number => 1;
