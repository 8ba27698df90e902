'use mixmod';
import { rffi, rffi_platform } from 'mixmod';
const c = rffi_platform.configure({
  _compilation_info_: rffi.ExternalCompilationInfo({ includes: ['time.h'] }),
  GOOD: rffi_platform.SizeOf('struct tm'),
  // error RTS3101: this fails when the module is built: SizeOf of struct nowhere: invalid application of 'sizeof' to incomplete type 'struct nowhere'
  SIZE: rffi_platform.SizeOf('struct nowhere'),
  // error RTS3101: this fails when the module is built: SimpleType of time_t: it is TIME_T in C, declared as INT
  TIME: rffi_platform.SimpleType('time_t', rffi.INT),
  // error RTS3101: this fails when the module is built: ConstantInteger of NO_SUCH: 'NO_SUCH' undeclared here (not in a function)
  VALUE: rffi_platform.ConstantInteger('NO_SUCH'),
});
export const size = (): number => c.GOOD;
