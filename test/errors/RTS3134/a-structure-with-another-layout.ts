'use mixmod';
import { i32, lltype, rffi } from 'mixmod';
const compilation_info = rffi.ExternalCompilationInfo({
  post_include_bits: ['struct point { int x; int y; }; static int sum(struct point *p) { return p->x + p->y; }'],
});
const POINT = rffi.CStruct('point', ['x', rffi.LONG], ['y', rffi.INT]);
// error RTS3134: struct point: its size differs in C; the declaration here gives 16 bytes
const sum = rffi.llexternal('sum', [lltype.Ptr(POINT)], rffi.INT, { compilation_info });
export function f(): i32 {
  using point = lltype.scoped_alloc(POINT);
  return sum(point.ptr);
}
