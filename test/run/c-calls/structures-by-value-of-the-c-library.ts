// Structures that go and come by value: of the C library and of every size, and through function pointers.
'use mixmod';
import { f64, i32, isize, lltype, rffi, u8 } from 'mixmod';
const libc = rffi.ExternalCompilationInfo({
  includes: ['stdlib.h', 'arpa/inet.h'],
  separate_module_sources: [`
struct one { signed char a; };
struct one inc(struct one x) { x.a++; return x; }
struct three { double a, b, c; };
struct three rotated(struct three x) { struct three r = { x.c, x.a, x.b }; return r; }
struct outer { struct one head; int tail[2]; };
int outer_sum(struct outer o) { o.tail[0] = 1000; return o.head.a + o.tail[1]; }
struct point { int x, y; };
int apply(struct point (*f)(struct point, int), struct point p, int n) { struct point r = f(p, n); return r.x * 100 + r.y; }
`],
});
const c = { compilation_info: libc };
const IN_ADDR = rffi.CStruct('in_addr', ['s_addr', rffi.UINT]);
const LDIV = rffi.CStruct('ldiv', ['quot', rffi.LONG], ['rem', rffi.LONG], { hints: { c_name: 'ldiv_t' } });
const ONE = rffi.CStruct('one', ['a', rffi.SIGNEDCHAR]);
const THREE = rffi.CStruct('three', ['a', rffi.DOUBLE], ['b', rffi.DOUBLE], ['c', rffi.DOUBLE]);
const OUTER = rffi.CStruct('outer', ['head', ONE], ['tail', rffi.CFixedArray(rffi.INT, 2)]);
const POINT = rffi.CStruct('point', ['x', rffi.INT], ['y', rffi.INT]);
const inet_ntoa = rffi.llexternal('inet_ntoa', [IN_ADDR], rffi.CCHARP, c);
const ldiv = rffi.llexternal('ldiv', [rffi.LONG, rffi.LONG], LDIV, c);
const inc = rffi.llexternal('inc', [ONE], ONE, c);
const rotated = rffi.llexternal('rotated', [THREE], THREE, c);
const outer_sum = rffi.llexternal('outer_sum', [OUTER], rffi.INT, c);
const apply = rffi.llexternal('apply', [rffi.CCallback([POINT, rffi.INT], POINT), POINT, rffi.INT], rffi.INT, c);
export function address(): string {
  using a = lltype.scoped_alloc(IN_ADDR);
  const bytes = rffi.cast(rffi.UCHARP, a.ptr);
  for (let i: i32 = 0; i < 4; i++) bytes[i] = u8(i + 1);
  return rffi.charp2str(inet_ntoa(a.ptr));
}
export function divided(a: isize, b: isize): string {
  using r = ldiv(a, b);
  return `${r.ptr.c_quot} ${r.ptr.c_rem}`;
}
export function small(): string {
  using x = lltype.scoped_alloc(ONE);
  x.ptr.c_a = 127;
  using y = inc(x.ptr);
  return `${y.ptr.c_a} ${x.ptr.c_a}`;
}
export function large(a: f64): string {
  using x = lltype.scoped_alloc(THREE, { zero: true });
  x.ptr.c_a = a;
  using y = rotated(x.ptr);
  using z = rotated(y.ptr);
  return `${y.ptr.c_a} ${y.ptr.c_b} ${z.ptr.c_c}`;
}
/** C's copy is another one. */
export function copied(): string {
  using o = lltype.scoped_alloc(OUTER, { zero: true });
  o.ptr.c_head.c_a = 3;
  o.ptr.c_tail[1] = 40;
  return `${outer_sum(o.ptr)} ${o.ptr.c_tail[0]}`;
}
export function inCallback(n: i32): i32 {
  using p = lltype.scoped_alloc(POINT);
  p.ptr.c_x = 1;
  p.ptr.c_y = 2;
  using result = lltype.scoped_alloc(POINT);
  return apply((q, by) => {
    result.ptr.c_x = q.c_x + by;
    result.ptr.c_y = q.c_y * by;
    return result.ptr;
  }, p.ptr, n);
}
// address() → '1.2.3.4'
// divided(-17, 5) → '-3 -2'
// small() → '-128 127'
// large(2.5) → '0 2.5 2.5'
// copied() → '43 0'
// inCallback(4) → 508
