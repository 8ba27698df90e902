// Memory whose inside is not known, types that refer to themselves and to each other, and pointers to functions in memory.
'use mixmod';
import { i32, isize, lltype, rffi } from 'mixmod';
const RAW = { flavor: 'raw' } as const;
const UNKNOWN = lltype.OpaqueType('unknown');
const OTHER = lltype.OpaqueType('other');
const BLOCK = lltype.OpaqueType('block', { size: 24 });
const POINT = lltype.Struct('Point', ['x', lltype.Signed]);
const HIDING = lltype.Struct('Hiding', ['kind', rffi.CHAR], ['inside', BLOCK], ['hidden', lltype.Ptr(UNKNOWN)]);
export function hidden(): string {
  using p = lltype.scoped_alloc(POINT);
  p.ptr.x = 4;
  const hidden = lltype.cast_opaque_ptr(lltype.Ptr(UNKNOWN), p.ptr);
  const again = lltype.cast_opaque_ptr(lltype.Ptr(OTHER), hidden);
  const shown = lltype.cast_opaque_ptr(lltype.Ptr(POINT), again);
  return `${shown === p.ptr} ${shown.x}`;
}
export function hiddenNull(): string {
  const a = lltype.cast_opaque_ptr(lltype.Ptr(UNKNOWN), lltype.nullptr(POINT));
  const b = lltype.cast_opaque_ptr(lltype.Ptr(POINT), a);
  return `${a === null} ${b === null}`;
}
export function apart(): boolean {
  using p = lltype.scoped_alloc(POINT);
  using q = lltype.scoped_alloc(POINT);
  const a = lltype.cast_opaque_ptr(lltype.Ptr(UNKNOWN), p.ptr);
  return a === lltype.cast_opaque_ptr(lltype.Ptr(UNKNOWN), q.ptr);
}
export function inlined(): string {
  using p = lltype.scoped_alloc(HIDING, { zero: true });
  p.ptr.hidden = lltype.cast_opaque_ptr(lltype.Ptr(UNKNOWN), p.ptr.inside);
  return `${rffi.sizeof(HIDING)} ${rffi.offsetof(HIDING, 'inside')} ${lltype.cast_ptr_to_int(p.ptr.hidden) - lltype.cast_ptr_to_int(p.ptr)}`;
}
interface NodeReference { readonly type: typeof NODE }
const NODE_REF = lltype.ForwardReference<NodeReference>();
const NODE = lltype.Struct('Node', ['next', lltype.Ptr(NODE_REF)], ['value', rffi.INT]);
NODE_REF.become(NODE);
export function cycle(n: i32): string {
  using p = lltype.scoped_alloc(NODE);
  p.ptr.value = n;
  p.ptr.next = p.ptr;
  p.ptr.next.next.value *= 5;
  return `${p.ptr.next === p.ptr} ${p.ptr.next.next.next.value}`;
}
interface PongReference { readonly type: typeof PONG }
const PONG_REF = lltype.ForwardReference<PongReference>();
const PONGS = rffi.CArray(lltype.Ptr(PONG_REF));
const PING = lltype.Struct('Ping', ['pongs', lltype.Ptr(PONGS)]);
const PONG = lltype.Struct('Pong', ['ping', PING], ['n', rffi.INT]);
PONG_REF.become(PONG);
export function eachOther(): i32 {
  const list = lltype.malloc(PONGS, 2, { flavor: 'raw', zero: true });
  using pong = lltype.scoped_alloc(PONG);
  list[1] = pong.ptr;
  pong.ptr.ping.pongs = list;
  pong.ptr.n = 7;
  const back = pong.ptr.ping.pongs[1].ping.pongs[1].n;
  lltype.free(list, RAW);
  return back;
}
const STEP = lltype.Ptr(lltype.FuncType([lltype.Signed], lltype.Signed));
const STEPS = lltype.Struct('Steps', ['one', STEP], ['more', lltype.FixedSizeArray(STEP, 2)]);
const doubled = (x: isize): isize => x * 2;
function less(x: isize): isize { return x - 1; }
export function functions(x: isize): string {
  using double = rffi.scoped_callback(STEP, doubled);
  using s = lltype.scoped_alloc(STEPS, { zero: true });
  s.ptr.one = double.ptr;
  s.ptr.more[1] = rffi.llhelper(STEP, less);
  const [one, other] = [s.ptr.one, s.ptr.more[1]];
  return `${one(x)} ${other(x)} ${s.ptr.more[0] === null} ${one === other}`;
}
// hidden() → 'true 4'
// hiddenNull() → 'true true'
// apart() → false
// inlined() → '40 8 8'
// cycle(12) → 'true 60'
// eachOther() → 7
// functions(20) → '40 19 true false'
