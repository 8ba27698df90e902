'use mixmod';
import { i32, lltype, offthread, rffi } from 'mixmod';
const COMPARE = rffi.CCallback([rffi.VOIDP, rffi.VOIDP], rffi.INT);
const qsort = rffi.llexternal('qsort', [rffi.VOIDP, rffi.SIZE_T, rffi.SIZE_T, COMPARE], rffi.VOID);
function order(a: lltype.Value<typeof rffi.VOIDP>, b: lltype.Value<typeof rffi.VOIDP>): i32 { return 0; }
// error RTS3304: this makes a function that C can call, and sorted runs on another thread (sorted → sort)
function sort(): void { qsort(rffi.NULL, 0, 8, rffi.llhelper(COMPARE, order)); }
export const sorted = offthread((): void => { sort(); });
export const scoped = offthread((n: i32): void => {
  // error RTS3304: this makes a function that C can call, and scoped runs on another thread
  using own = rffi.scoped_callback(COMPARE, (a, b) => n);
  qsort(rffi.NULL, 0, 8, own.ptr);
});
