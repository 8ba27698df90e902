// Structures as arguments and results of C functions: in registers of both kinds, in memory, and when registers have run out.
'use mixmod';
import { f32, f64, i32, i8, lltype, rffi, u8 } from 'mixmod';
const own = rffi.ExternalCompilationInfo({
  separate_module_sources: [`
typedef struct { double x, y; } P2;
P2 p_add(P2 a, P2 b) { P2 r = { a.x + b.x, a.y + b.y }; return r; }
struct big { long a[4]; };
struct big big_inc(struct big b, int by) { for (int i = 0; i < 4; i++) b.a[i] += by; return b; }
struct mixed { int i; double d; };
struct mixed mixed_swap(struct mixed m) { struct mixed r = { (int)m.d, m.i }; return r; }
struct floats { float a, b, c; };
struct floats scaled(struct floats f, float s) { f.a *= s; f.b *= s; f.c *= s; return f; }
struct small { signed char a; short b; };
int small_sum(struct small s) { return s.a + s.b; }
struct bytes { unsigned char b[3]; };
struct bytes reversed(struct bytes x) { struct bytes r = { { x.b[2], x.b[1], x.b[0] } }; return r; }
int many(struct mixed a, int b, int c, int d, int e, int f, struct mixed g, int h) {
  return a.i + b + c + d + e + f + g.i * 10 + (int)g.d * 100 + h * 1000;
}
struct packed { signed char a; int b; } __attribute__((packed));
int packed_sum(struct packed *p) { return p->a + p->b; }
`],
});
const info = { compilation_info: own };
const P2 = lltype.Struct('P2', ['x', rffi.DOUBLE], ['y', rffi.DOUBLE]);
const BIG = rffi.CStruct('big', ['a', rffi.CFixedArray(rffi.LONG, 4)]);
const MIXED = rffi.CStruct('mixed', ['i', rffi.INT], ['d', rffi.DOUBLE]);
const FLOATS = rffi.CStruct('floats', ['a', rffi.FLOAT], ['b', rffi.FLOAT], ['c', rffi.FLOAT]);
const SMALL = rffi.CStruct('small', ['a', rffi.SIGNEDCHAR], ['b', rffi.SHORT]);
const BYTES = rffi.CStruct('bytes', ['b', rffi.CFixedArray(rffi.UCHAR, 3)]);
const PACKED = rffi.CStruct('packed', ['a', rffi.SIGNEDCHAR], ['b', rffi.INT], { hints: { pack: 1 } });
const p_add = rffi.llexternal('p_add', [P2, P2], P2, info);
const big_inc = rffi.llexternal('big_inc', [BIG, rffi.INT], BIG, info);
const mixed_swap = rffi.llexternal('mixed_swap', [MIXED], MIXED, info);
const scaled = rffi.llexternal('scaled', [FLOATS, rffi.FLOAT], FLOATS, info);
const small_sum = rffi.llexternal('small_sum', [SMALL], rffi.INT, info);
const reversed = rffi.llexternal('reversed', [BYTES], BYTES, info);
const INT = rffi.INT;
const many = rffi.llexternal('many', [MIXED, INT, INT, INT, INT, INT, MIXED, INT], INT, info);
const packed_sum = rffi.llexternal('packed_sum', [lltype.Ptr(PACKED)], INT, info);

export function points(n: i32): string {
  using sum = lltype.scoped_alloc(P2, { zero: true });
  for (let i: i32 = 0; i < n; i++) {
    using one = lltype.scoped_alloc(P2);
    one.ptr.x = i;
    one.ptr.y = i * 10;
    using r = p_add(sum.ptr, one.ptr);
    rffi.structcopy(sum.ptr, r.ptr);
  }
  return `${sum.ptr.x} ${sum.ptr.y}`;
}
export function inMemory(): string {
  using a = lltype.scoped_alloc(BIG, { zero: true });
  a.ptr.c_a[2] = 5;
  using r = big_inc(a.ptr, 3);
  return `${r.ptr.c_a[0]} ${r.ptr.c_a[2]} ${a.ptr.c_a[2]}`;
}
export function mixed(): string {
  using a = lltype.scoped_alloc(MIXED);
  a.ptr.c_i = 3;
  a.ptr.c_d = 7.5;
  using r = mixed_swap(a.ptr);
  return `${r.ptr.c_i} ${r.ptr.c_d} ${many(a.ptr, 1, 2, 3, 4, 5, r.ptr, 9)}`;
}
export function narrow(): string {
  using a = lltype.scoped_alloc(FLOATS);
  a.ptr.c_a = f32(1.5);
  a.ptr.c_b = f32(2);
  a.ptr.c_c = f32(-3);
  using r = scaled(a.ptr, f32(2));
  using s = lltype.scoped_alloc(SMALL);
  s.ptr.c_a = -1;
  s.ptr.c_b = 100;
  using b = lltype.scoped_alloc(BYTES);
  for (let i: i32 = 0; i < 3; i++) b.ptr.c_b[i] = u8(i + 1);
  using back = reversed(b.ptr);
  const bytes = back.ptr.c_b;
  return `${r.ptr.c_a} ${r.ptr.c_b} ${r.ptr.c_c} ${small_sum(s.ptr)} ${bytes[0]}${bytes[1]}${bytes[2]}`;
}
export function packed(a: i32, b: i32): string {
  using p = lltype.scoped_alloc(PACKED);
  p.ptr.c_a = i8(a);
  p.ptr.c_b = b;
  return `${p.ptr.c_a} ${p.ptr.c_b} ${packed_sum(p.ptr)} ${rffi.sizeof(PACKED)}`;
}
/** A C function of mathematics that gives two numbers (C11 7.22.6.2). */
const DIV = rffi.CStruct('div', ['quot', rffi.INT], ['rem', rffi.INT], { hints: { c_name: 'div_t' } });
const c_div = rffi.llexternal('div', [INT, INT], DIV, {
  compilation_info: rffi.ExternalCompilationInfo({ includes: ['stdlib.h'] }),
});
export function divided(a: i32, b: i32): f64 {
  using r = c_div(a, b);
  return f64(r.ptr.c_quot) + f64(r.ptr.c_rem) / 100;
}
// points(5) → '10 100'
// inMemory() → '3 8 5'
// mixed() → '7 3 9388'
// narrow() → '3 4 -6 99 321'
// packed(-3, 70000) → '-3 70000 69997 5'
// divided(17, 5) → 3.02
