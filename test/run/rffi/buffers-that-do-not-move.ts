// Memory of typed arrays that C reads and writes without a copy, and buffers that become strings; many times, so that nothing leaks.
'use mixmod';
import { i32, rffi, u8 } from 'mixmod';
const own = rffi.ExternalCompilationInfo({
  separate_module_sources: [`
int count_equal(const char *a, const char *b, int n) { int k = 0; for (int i = 0; i < n; i++) k += a[i] == b[i]; return k; }
void double_all(double *a, int n) { for (int i = 0; i < n; i++) a[i] *= 2; }
void add_all(long long *a, int n, long long by) { for (int i = 0; i < n; i++) a[i] += by; }
static char *first_address;
int same_address(char *p) { int same = first_address == p; first_address = p; return same; }
`],
});
const c = { compilation_info: own };
const count_equal = rffi.llexternal('count_equal', [rffi.CCHARP, rffi.CCHARP, rffi.INT], rffi.INT, c);
const double_all = rffi.llexternal('double_all', [rffi.DOUBLEP, rffi.INT], rffi.VOID, c);
const add_all = rffi.llexternal('add_all', [rffi.LONGLONGP, rffi.INT, rffi.LONGLONG], rffi.VOID, c);
const same_address = rffi.llexternal('same_address', [rffi.CCHARP], rffi.INT, c);
export function filled(text: string): string {
  const n: i32 = i32(text.length);
  using s = rffi.scoped_alloc_buffer(n);
  for (let i: i32 = 0; i < n; i++) s.ptr[i] = u8(text.charCodeAt(i));
  return rffi.charpsize2str(s.ptr, n - 1);
}
export function filledWide(text: string): string {
  const n: i32 = i32(text.length);
  using s = rffi.scoped_alloc_unicodebuffer(n);
  for (let i: i32 = 0; i < n; i++) s.ptr[i] = i32(text.charCodeAt(i));
  return rffi.wcharpsize2unicode(s.ptr, n - 1);
}
export function equal(a: Uint8Array, b: Uint8Array): i32 {
  using p = rffi.scoped_nonmovingbuffer(a);
  using q = rffi.scoped_nonmovingbuffer(b);
  return count_equal(p.ptr, q.ptr, i32(a.length));
}
export function often(times: i32): i32 {
  const data = new Uint8Array(64);
  let count: i32 = 0;
  for (let i: i32 = 0; i < times; i++) {
    using p = rffi.scoped_nonmovingbuffer(data);
    count += count_equal(p.ptr, p.ptr, 64);
  }
  return count;
}
export function doubled(a: Float64Array): Float64Array {
  using p = rffi.scoped_nonmovingbuffer(a);
  double_all(p.ptr, i32(a.length));
  return a;
}
export function added(a: BigInt64Array): BigInt64Array {
  using p = rffi.scoped_nonmovingbuffer(a);
  add_all(p.ptr, i32(a.length), -1n);
  return a;
}
export function partOnly(a: Float64Array): Float64Array {
  using p = rffi.scoped_nonmovingbuffer(a.subarray(1, 2));
  double_all(p.ptr, 1);
  return a;
}
/** An array made here, which the collector owns. */
export function stays(rounds: i32): i32 {
  const data = new Uint8Array(1000);
  let same: i32 = 0;
  for (let i: i32 = 0; i < rounds; i++) {
    using p = rffi.scoped_nonmovingbuffer(data);
    same += same_address(p.ptr);
    if (new Uint8Array(100000).length === 0) return -1;
  }
  return same;
}
// filled('non-moving data') → 'non-moving dat'
// filledWide('non-moving') → 'non-movin'
// equal(Uint8Array.of(1, 2, 3), Uint8Array.of(1, 5, 3)) → 2
// often(100) → 6400
// doubled(Float64Array.of(1, 2.5)) → Float64Array(2) [ 2, 5 ]
// added(BigInt64Array.of(0n, 2n ** 40n)) → BigInt64Array(2) [ -1n, 1099511627775n ]
// partOnly(Float64Array.of(1, 2, 3)) → Float64Array(3) [ 1, 4, 3 ]
// stays(50) → 49
