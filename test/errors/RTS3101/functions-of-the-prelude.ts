'use mixmod';
import { rffi } from 'mixmod';
// error RTS3101: this fails when the module is built: "mm.gc_collect" is no name of a C function
const gc_collect = rffi.llexternal('mm.gc_collect', [rffi.BOOL], rffi.VOID);
export function f(): void { gc_collect(true); }
