// direct_fieldptr, direct_arrayitems, direct_ptradd; addresses as integers; and memory under more than one name.
'use mixmod';
import { i32, isize, lltype, rffi } from 'mixmod';
const RAW = { flavor: 'raw' } as const;
const POINT = lltype.Struct('Point', ['x', lltype.Signed], ['y', lltype.Signed]);
const COUNTED = lltype.Array(lltype.Signed);
const FIVE = lltype.FixedSizeArray(lltype.Signed, 5);
export function field(): string {
  using p = lltype.scoped_alloc(POINT, { zero: true });
  const y = lltype.direct_fieldptr(p.ptr, 'y');
  y[0] = 34;
  p.ptr.y++;
  return `${p.ptr.x} ${p.ptr.y} ${y[0]} ${lltype.cast_ptr_to_int(y) - lltype.cast_ptr_to_int(p.ptr)}`;
}
function walked(first: lltype.Ptr<ReturnType<typeof rffi.CArray<typeof lltype.Signed>>>): string {
  for (let i: i32 = 0; i < 5; i++) first[i] = i * 10;
  const one = lltype.direct_ptradd(first, 1);
  const three = lltype.direct_ptradd(one, 2);
  one[1] += 1;
  return `${one[0]} ${first[2]} ${three[-2]} ${three[1]} ${lltype.direct_ptradd(three, -3) === first}`;
}
export function counted(): string {
  using a = lltype.scoped_alloc(COUNTED, 5);
  return walked(lltype.direct_arrayitems(a.ptr));
}
export function fixed(): string {
  using a = lltype.scoped_alloc(FIVE);
  return walked(lltype.direct_arrayitems(a.ptr));
}
export function seenInArray(): isize {
  using a = lltype.scoped_alloc(COUNTED, 3, { zero: true });
  lltype.direct_ptradd(lltype.direct_arrayitems(a.ptr), 2)[0] = 8;
  return a.ptr[2];
}
/** Only the items are in sight. */
export function itemsKeepTheArray(): isize {
  const items = lltype.direct_arrayitems(lltype.malloc(COUNTED, 10, RAW));
  items[0] = 5;
  const first = items[0];
  const array = rffi.cast(lltype.Ptr(COUNTED), lltype.cast_ptr_to_int(items) - 8);
  lltype.free(array, RAW);
  return first;
}
export function asIntegers(): boolean {
  using p = lltype.scoped_alloc(POINT);
  return lltype.cast_int_to_ptr(lltype.Ptr(POINT), lltype.cast_ptr_to_int(p.ptr)) === p.ptr;
}
/** An address need not be of memory while nobody looks there. */
export function oddIntegers(n: isize): string {
  const p = lltype.cast_int_to_ptr(lltype.Ptr(POINT), n);
  const q = lltype.cast_pointer(lltype.Ptr(COUNTED), p);
  return `${lltype.cast_ptr_to_int(q)} ${lltype.cast_int_to_ptr(lltype.Ptr(POINT), n) === p}`;
}
// field() → '0 35 35 8'
// counted() → '10 21 10 40 true'
// fixed() → '10 21 10 40 true'
// seenInArray() → 8
// itemsKeepTheArray() → 5
// asIntegers() → true
// oddIntegers(21) → '21 true'
