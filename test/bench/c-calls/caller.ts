// The loops of caller.c, in RTypeScript. They call C and do nothing else.
'use mixmod';
import { i32, i64, i8, lltype, rffi, rposix, u16, usize } from 'mixmod';

const info = {
  compilation_info: rffi.ExternalCompilationInfo({
    includes: ['./library.h'],
    libraries: ['calls'],
    library_dirs: ['../../../build/bench-calls'],
  }),
};
const POINT = rffi.CStruct('point', ['x', rffi.INT], ['y', rffi.INT]);
const PLACE = rffi.CStruct('place', ['x', rffi.DOUBLE], ['y', rffi.DOUBLE]);
const BOX = rffi.CStruct(
  'box',
  ['left', rffi.LONG],
  ['top', rffi.LONG],
  ['right', rffi.LONG],
  ['bottom', rffi.LONG],
);

const start_count = rffi.llexternal('start_count', [], rffi.VOID, info);
const end_count = rffi.llexternal('end_count', [rffi.INT], rffi.INT, info);
const nothing = rffi.llexternal('nothing', [], rffi.VOID, info);
const add = rffi.llexternal('add', [rffi.INT, rffi.INT], rffi.INT, info);
const add_double = rffi.llexternal('add_double', [rffi.DOUBLE, rffi.DOUBLE], rffi.DOUBLE, info);
const add_long = rffi.llexternal('add_long', [rffi.LONGLONG, rffi.LONGLONG], rffi.LONGLONG, info);
const add_narrow = rffi.llexternal(
  'add_narrow',
  [rffi.SIGNEDCHAR, rffi.USHORT],
  rffi.SIGNEDCHAR,
  info,
);
const count_bytes = rffi.llexternal('count_bytes', [rffi.CCHARP, rffi.SIZE_T], rffi.SIZE_T, info);
const move_point = rffi.llexternal('move_point', [lltype.Ptr(POINT), rffi.INT], rffi.INT, info);
const turn = rffi.llexternal('turn', [POINT], POINT, info);
const middle = rffi.llexternal('middle', [PLACE, PLACE], PLACE, info);
const widen = rffi.llexternal('widen', [BOX, rffi.LONG], BOX, info);
const add_ten = rffi.llexternal(
  'add_ten',
  [
    rffi.INT,
    rffi.INT,
    rffi.INT,
    rffi.INT,
    rffi.INT,
    rffi.INT,
    rffi.INT,
    rffi.INT,
    rffi.INT,
    rffi.INT,
  ],
  rffi.INT,
  info,
);
const add_all = rffi.llexternal('add_all', [rffi.INT], rffi.INT, { ...info, variadic: true });
const fail = rffi.llexternal('fail', [rffi.INT], rffi.INT, {
  ...info,
  save_err: rffi.RFFI_SAVE_ERRNO,
});
const read_into = rffi.llexternal('read_into', [rffi.out(rffi.INT), rffi.INT], rffi.INT, info);

export function loop_nothing(n: i32): i32 {
  start_count();
  for (let i: i32 = 0; i < n; i++) nothing();
  return end_count(n);
}
export function loop_add(n: i32): i32 {
  let sum: i32 = 0;
  start_count();
  for (let i: i32 = 0; i < n; i++) sum = add(sum, i);
  return end_count(sum);
}
export function loop_add_kept(n: i32): i32 {
  let sum: i32 = 0;
  start_count();
  for (let i: i32 = 0; i < n; i++) sum = add(sum, i);
  end_count(0);
  return sum;
}
export function loop_add_double(n: i32): i32 {
  let sum = 0.0;
  start_count();
  for (let i: i32 = 0; i < n; i++) sum = add_double(sum, 0.5);
  return end_count(i32(sum));
}
export function loop_add_long(n: i32): i32 {
  let sum: i64 = 0n;
  start_count();
  for (let i: i32 = 0; i < n; i++) sum = add_long(sum, 3n);
  return end_count(i32(sum));
}
export function loop_add_narrow(n: i32): i32 {
  let sum: i8 = 0;
  const by = u16(n);
  start_count();
  for (let i: i32 = 0; i < n; i++) sum = add_narrow(sum, by);
  return end_count(i32(sum));
}
export function loop_count_bytes(n: i32): i32 {
  using bytes = rffi.scoped_alloc_buffer(8);
  bytes.ptr[0] = 1;
  let sum: usize = 0;
  start_count();
  for (let i: i32 = 0; i < n; i++) sum += count_bytes(bytes.ptr, 8);
  return end_count(i32(sum));
}
export function loop_move_point(n: i32): i32 {
  using p = lltype.scoped_alloc(POINT, { zero: true });
  let sum: i32 = 0;
  start_count();
  for (let i: i32 = 0; i < n; i++) sum += move_point(p.ptr, i);
  return end_count(sum);
}
export function loop_read_field(n: i32): i32 {
  using p = lltype.scoped_alloc(POINT, { zero: true });
  let sum: i32 = 0;
  start_count();
  for (let i: i32 = 0; i < n; i++) {
    move_point(p.ptr, i);
    sum += p.ptr.c_x;
  }
  return end_count(sum);
}
export function loop_turn(n: i32): i32 {
  using p = lltype.scoped_alloc(POINT);
  p.ptr.c_x = 1;
  p.ptr.c_y = 2;
  start_count();
  for (let i: i32 = 0; i < n; i++) {
    using turned = turn(p.ptr);
    rffi.structcopy(p.ptr, turned.ptr);
  }
  return end_count(p.ptr.c_x);
}
export function loop_middle(n: i32): i32 {
  using p = lltype.scoped_alloc(PLACE);
  using q = lltype.scoped_alloc(PLACE);
  p.ptr.c_x = p.ptr.c_y = 8;
  q.ptr.c_x = q.ptr.c_y = 1;
  start_count();
  for (let i: i32 = 0; i < n; i++) {
    using between = middle(p.ptr, q.ptr);
    rffi.structcopy(p.ptr, between.ptr);
  }
  return end_count(i32(p.ptr.c_x));
}
export function loop_widen(n: i32): i32 {
  using b = lltype.scoped_alloc(BOX, { zero: true });
  start_count();
  for (let i: i32 = 0; i < n; i++) {
    using wider = widen(b.ptr, i);
    rffi.structcopy(b.ptr, wider.ptr);
  }
  return end_count(i32(b.ptr.c_right));
}
export function loop_add_ten(n: i32): i32 {
  let sum: i32 = 0;
  start_count();
  for (let i: i32 = 0; i < n; i++) sum = add_ten(sum, i, 1, 2, 3, 4, 5, 6, 7, i);
  return end_count(sum);
}
export function loop_add_all(n: i32): i32 {
  let sum: i32 = 0;
  start_count();
  for (let i: i32 = 0; i < n; i++) sum = add_all(3, sum, i, i32(1));
  return end_count(sum);
}
export function loop_fail(n: i32): i32 {
  let sum: i32 = 0;
  start_count();
  for (let i: i32 = 0; i < n; i++) {
    fail(i);
    sum += rposix.get_saved_errno();
  }
  return end_count(sum);
}
export function loop_read_into(n: i32): i32 {
  let sum: i32 = 0;
  start_count();
  for (let i: i32 = 0; i < n; i++) {
    const [_status, value] = read_into(i);
    sum += value;
  }
  return end_count(sum);
}
