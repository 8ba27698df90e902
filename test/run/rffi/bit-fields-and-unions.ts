// Bit-fields as gcc lays them out, unions, and structures whose layout the C compiler has told.
'use mixmod';
import { f64, i32, lltype, rffi } from 'mixmod';
const own = rffi.ExternalCompilationInfo({
  separate_module_sources: [`
struct bits { unsigned a:3; int b:9; unsigned c:20; unsigned char d; };
int bits_get(struct bits *p, int i) { return i == 0 ? p->a : i == 1 ? p->b : i == 2 ? (int)p->c : p->d; }
void bits_set(struct bits *p) { p->a = 5; p->b = -200; p->c = 1000000; p->d = 7; }
struct dense { unsigned long long a:40; unsigned b:7; _Bool c:1; int d:17; } __attribute__((packed));
void dense_set(struct dense *p) { p->a = 0xabcdef1234ull; p->b = 99; p->c = 1; p->d = -12345; }
long long dense_get(struct dense *p, int i) { return i == 0 ? (long long)p->a : i == 1 ? p->b : i == 2 ? p->c : p->d; }
union number { int i; float f; double d; };
double number_d(union number v) { return v.d; }
union number number_of(double d) { union number v; v.d = d; return v; }
`],
});
const info = { compilation_info: own };
const BITS = rffi.CStruct('bits', ['a', rffi.UINT, 3], ['b', rffi.INT, 9], ['c', rffi.UINT, 20], ['d', rffi.UCHAR]);
const DENSE = rffi.CStruct(
  'dense',
  ['a', rffi.ULONGLONG, 40],
  ['b', rffi.UINT, 7],
  ['c', rffi.BOOL, 1],
  ['d', rffi.INT, 17],
  { hints: { pack: 1 } },
);
const NUMBER = rffi.CUnion('number', ['i', rffi.INT], ['f', rffi.FLOAT], ['d', rffi.DOUBLE]);
const bits_get = rffi.llexternal('bits_get', [lltype.Ptr(BITS), rffi.INT], rffi.INT, info);
const bits_set = rffi.llexternal('bits_set', [lltype.Ptr(BITS)], rffi.VOID, info);
const dense_get = rffi.llexternal('dense_get', [lltype.Ptr(DENSE), rffi.INT], rffi.LONGLONG, info);
const dense_set = rffi.llexternal('dense_set', [lltype.Ptr(DENSE)], rffi.VOID, info);
const number_d = rffi.llexternal('number_d', [NUMBER], rffi.DOUBLE, info);
const number_of = rffi.llexternal('number_of', [rffi.DOUBLE], NUMBER, info);
export function bits(): string {
  using p = lltype.scoped_alloc(BITS, { zero: true });
  bits_set(p.ptr);
  const seen = `${p.ptr.c_a} ${p.ptr.c_b} ${p.ptr.c_c} ${p.ptr.c_d}`;
  p.ptr.c_a = 9;
  p.ptr.c_b += 1;
  p.ptr.c_c = 77;
  p.ptr.c_d = 200;
  const got = [0, 1, 2, 3].map((i) => bits_get(p.ptr, i32(i)));
  return `${seen}; ${got.join()}; ${rffi.sizeof(BITS)}`;
}
export function dense(): string {
  using p = lltype.scoped_alloc(DENSE, { zero: true });
  dense_set(p.ptr);
  const seen = `${p.ptr.c_a} ${p.ptr.c_b} ${p.ptr.c_c} ${p.ptr.c_d}`;
  p.ptr.c_a = 0x1122334455n;
  p.ptr.c_b++;
  p.ptr.c_c = false;
  p.ptr.c_d = 131071;
  const got = [0, 1, 2, 3].map((i) => dense_get(p.ptr, i32(i)));
  return `${seen}; ${got.join()}; ${rffi.sizeof(DENSE)}`;
}
export function unions(d: f64): string {
  using u = lltype.scoped_alloc(NUMBER, { zero: true });
  u.ptr.c_d = d;
  using v = number_of(u.ptr.c_d * 2);
  return `${number_d(u.ptr)} ${u.ptr.c_i} ${v.ptr.c_d} ${rffi.sizeof(NUMBER)}`;
}
const PLACED = lltype.Struct('placed', ['a', rffi.INT], ['b', rffi.SHORT], {
  hints: { size: 16, fieldoffsets: [4, 12] },
});
export function placed(): string {
  using p = lltype.scoped_alloc(PLACED, { zero: true });
  p.ptr.a = 0x01020304;
  p.ptr.b = 7;
  const bytes = rffi.cast(rffi.UCHARP, p.ptr);
  return `${bytes[4]} ${bytes[12]} ${rffi.sizeof(PLACED)} ${rffi.offsetof(PLACED, 'b')}`;
}
// bits() → '5 -200 1000000 7; 1,-199,77,200; 8'
// dense() → '737894404660 99 true -12345; 73588229205,100,0,-1; 9'
// unions(2.5) → '2.5 0 5 8'
// placed() → '4 7 16 12'
