// The heap as compiled code uses it, for tests: each export is one call of the prelude.
import { isize, lltype, rffi, type u32, usize } from 'mixmod';

const heap_open = rffi.llexternal('mm.heap_open', [rffi.VOIDP, rffi.UINTP, rffi.SIZE_T], rffi.VOID);
const heap_close = rffi.llexternal('mm.heap_close', [], rffi.VOID);
const gc_alloc = rffi.llexternal('mm.gc_alloc', [rffi.SIZE_T, rffi.UINT], rffi.VOIDP);

export function open(table: usize): void {
  heap_open(rffi.cast(rffi.VOIDP, table), null, 0);
}
export function close(): void {
  heap_close();
}
export function churn(count: usize, size: usize): usize {
  let last: usize = 0;
  for (let i: usize = 0; i < count; i++) last = rffi.cast(rffi.SIZE_T, gc_alloc(size, 1024));
  return last;
}
