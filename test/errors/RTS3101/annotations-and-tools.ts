'use mixmod';
import { rffi } from 'mixmod';
// error RTS3101: this fails when the module is built: pkg-config --cflags no-such-package: Package no-such-package was not found in the pkg-config search path.
const package_ = rffi.ExternalCompilationInfo.from_pkg_config('no-such-package');
// error RTS3101: this fails when the module is built: no-such-config is missing; install the library's development files, which bring it
const tool = rffi.ExternalCompilationInfo.from_config_tool('no-such-config');
// error RTS3101: this fails when the module is built: rffi.out: argument 1 must be the type of a number or a pointer
const f = rffi.llexternal('f', [rffi.out(rffi.CFixedArray(rffi.INT, 3) as never)], rffi.INT);
// error RTS3101: this fails when the module is built: h: rffi.buffer is for arguments only
const h = rffi.llexternal('h', [], rffi.buffer(rffi.INTP, 0));
// error RTS3101: this fails when the module is built: b: argument 1 has its length in argument 2, which must be of an integer type
const b = rffi.llexternal('b', [rffi.buffer(rffi.INTP, 1), rffi.DOUBLE], rffi.INT);
const free = rffi.llexternal('free', [rffi.VOIDP], rffi.VOID);
// error RTS3101: this fails when the module is built: o: rffi.owned is for results only
const o = rffi.llexternal('o', [rffi.owned(rffi.VOIDP, free)], rffi.INT);
// error RTS3101: this fails when the module is built: CExternVariable: k must be a number or a pointer
const k = rffi.CExternVariable(rffi.CFixedArray(rffi.INT, 3) as never, 'k');
export const x = (): number => 1;
