'use mixmod';
import { i32, lltype, rffi } from 'mixmod';
const MAPPING = rffi.CCallback([rffi.INT], rffi.INT);
const POINT = lltype.Struct('Point', ['x', rffi.INT]);
function twice(x: i32): i32 { return x * 2; }
export function f(): boolean {
  const right = rffi.llhelper(MAPPING, twice);
  // error RTS3124: Ptr(Array(INT)) is no pointer to a C function
  const data = rffi.llhelper(rffi.INTP, twice);
  // error RTS3124: Ptr(Point) is no pointer to a C function
  const point = rffi.callback(lltype.Ptr(POINT), twice);
  return right === null || data === null || point === null;
}
