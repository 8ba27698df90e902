// Functions of the program that C calls: of a module, closures, as arguments and as pointers; what they throw; and when they are freed.
'use mixmod';
import { f64, i32, isize, lltype, rffi } from 'mixmod';
const own = rffi.ExternalCompilationInfo({ includes: ['stdlib.h'], separate_module_sources: [`
typedef int (*visit)(int, void*);
static visit kept;
int each(int n, visit f, void *data) { int s = 0; for (int i = 0; i < n; i++) s += f(i, data); return s; }
void keep(visit f) { kept = f; }
int again(int x) { return kept(x, 0); }
struct p { double x, y; };
struct p twice(struct p (*f)(struct p), struct p a) { return f(f(a)); }
long double lds(long double (*f)(float, char), int n) { return f(n, n); }
`]});
const opt = { compilation_info: own };
const VISIT = rffi.CCallback([rffi.INT, rffi.VOIDP], rffi.INT);
const COMPARE = rffi.CCallback([rffi.VOIDP, rffi.VOIDP], rffi.INT);
const P = lltype.Struct('p', ['x', rffi.DOUBLE], ['y', rffi.DOUBLE]);
const STEP = rffi.CCallback([P], P);
const LDF = rffi.CCallback([rffi.FLOAT, rffi.SIGNEDCHAR], rffi.LONGDOUBLE);
const c_each = rffi.llexternal('each', [rffi.INT, VISIT, rffi.VOIDP], rffi.INT, opt);
const c_keep = rffi.llexternal('keep', [VISIT], rffi.VOID, opt);
const c_again = rffi.llexternal('again', [rffi.INT], rffi.INT, opt);
const c_twice = rffi.llexternal('twice', [STEP, P], P, opt);
const c_lds = rffi.llexternal('lds', [LDF, rffi.INT], rffi.LONGDOUBLE, opt);
const c_qsort = rffi.llexternal('qsort', [rffi.VOIDP, rffi.SIZE_T, rffi.SIZE_T, COMPARE], rffi.VOID, opt);

let calls: i32 = 0;
function square(x: i32, data: rffi.VoidPtr): i32 { calls++; return x * x; }
function compare(a: rffi.VoidPtr, b: rffi.VoidPtr): i32 {
  const x = rffi.cast(rffi.INTP, a)[0]; const y = rffi.cast(rffi.INTP, b)[0];
  return x < y ? -1 : x > y ? 1 : 0;
}
export function named(n: i32): string { calls = 0; const s = c_each(n, square, null); return `${s} ${calls} ${rffi.llhelper(VISIT, square) === rffi.llhelper(VISIT, square)}`; }
export function closure(n: i32, by: i32): string {
  let log = '';
  const s = c_each(n, (x, _data) => { log += `${x},`; return x * by; }, null);
  return `${s} ${log}`;
}
export function thrown(n: i32): string {
  let seen: i32 = 0;
  try {
    c_each(n, (x, _d) => { seen++; if (x === 3) throw new RangeError(`at ${x}`); return 0; }, null);
  } catch (e) { return `${(e as Error).name} ${(e as Error).message} ${seen}`; }
  return 'none';
}
export function errorValue(): i32 {
  using f = rffi.scoped_callback(VISIT, (x, _d) => { if (x > 1) throw new Error('big'); return 1; }, { error: -10 });
  try { return c_each(4, f.ptr, null); } catch { return -1; }
}
export function kept(): string {
  const f = rffi.callback(VISIT, (x, _d) => x + 1);
  c_keep(f);
  const a = c_again(41);
  const direct = f(1, null);
  rffi.free_callback(f);
  try { c_again(1); } catch (e) { return `${a} ${direct} ${(e as Error).message}`; }
  return 'no error';
}
export function doubleFree(): string {
  const f = rffi.callback(VISIT, (x, _d) => x + 1);
  rffi.free_callback(f);
  try { rffi.free_callback(f); } catch (e) { return (e as Error).message; }
  return 'no error';
}
export function sorted(data: Int32Array): Int32Array {
  using b = rffi.scoped_nonmovingbuffer(data);
  c_qsort(b.ptr, data.length, 4, compare);
  return data;
}
export function structs(k: f64): string {
  using a = lltype.scoped_alloc(P); a.ptr.x = 1; a.ptr.y = 2;
  using out = lltype.scoped_alloc(P);
  using r = c_twice((p) => { out.ptr.x = p.x * k; out.ptr.y = p.y + k; return out.ptr; }, a.ptr);
  return `${r.ptr.x} ${r.ptr.y}`;
}
export function wide(): f64 { return c_lds((a, b) => a + b, 21); }
export function many(n: i32): i32 {
  let sum: i32 = 0;
  for (let i: i32 = 0; i < n; i++) { sum += c_each(1, (x, _d) => x + 1, null); }
  return sum;
}
export function nested(n: i32): i32 {
  return c_each(n, (x, _d) => c_each(x, (y, _e) => y + x, null), null);
}
export function deep(n: i32): i32 { return n === 0 ? 0 : c_each(1, (_x, _d) => deep(n - 1) + 1, null); }

// named(5) → '30 5 true'
// closure(5, 3) → '30 0,1,2,3,4,'
// thrown(10) → 'RangeError at 3 4'
// errorValue() → -1
// kept() → '42 2 C has called a callback that is freed'
// doubleFree() → 'rffi.free_callback: the pointer is no callback, or is freed already'
// sorted(Int32Array.of(3, 1, 2, -5)) → Int32Array(4) [ -5, 1, 2, 3 ]
// structs(3) → '9 8'
// wide() → 42
// many(200) → 200
// nested(5) → 40
// deep(30) → 30
