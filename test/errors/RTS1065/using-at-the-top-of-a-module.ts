'use mixmod';
import { rffi } from 'mixmod';
const puts = rffi.llexternal('puts', [rffi.CCHARP], rffi.INT);
// error RTS1065: `using` stands in a function and takes an object with `[Symbol.dispose]()`, or a scoped resource of rffi or lltype
using text = rffi.scoped_str2charp('text');
export function f(): void { puts(text.ptr); }
