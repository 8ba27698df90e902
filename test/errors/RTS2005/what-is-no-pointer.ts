'use mixmod';
import { lltype, rffi } from 'mixmod';
const P = lltype.Struct('P', ['x', rffi.INT], ['to', rffi.VOIDP]);
export function freed(): void {
  lltype.free([1], { flavor: 'raw' }); // error RTS2005: number[] is not a pointer
}
export function stored(): void {
  using p = lltype.scoped_alloc(P);
  p.ptr.x = 'text'; // error RTS2005: string is not i32
  p.ptr.to = p.ptr; // error RTS2005: Ptr<P> is not Ptr<void>
}
