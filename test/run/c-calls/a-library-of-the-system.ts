// zlib: its functions on the program's own memory, its texts, and a stream whose structure both sides know.
'use mixmod';
import { i32, lltype, rffi, u32, u8 } from 'mixmod';
const zlib = rffi.ExternalCompilationInfo({ includes: ['zlib.h'], libraries: ['z'] });
const c = { compilation_info: zlib };
const crc32 = rffi.llexternal('crc32', [rffi.ULONG, rffi.UCHARP, rffi.UINT], rffi.ULONG, c);
const adler32 = rffi.llexternal('adler32', [rffi.ULONG, rffi.UCHARP, rffi.UINT], rffi.ULONG, c);
const compressBound = rffi.llexternal('compressBound', [rffi.ULONG], rffi.ULONG, c);
const compress = rffi.llexternal('compress', [rffi.UCHARP, rffi.ULONGP, rffi.UCHARP, rffi.ULONG], rffi.INT, c);
const uncompress = rffi.llexternal('uncompress', [rffi.UCHARP, rffi.ULONGP, rffi.UCHARP, rffi.ULONG], rffi.INT, c);
const zError = rffi.llexternal('zError', [rffi.INT], rffi.CCHARP, c);
export function sums(data: Uint8Array): string {
  using b = rffi.scoped_nonmovingbuffer(data);
  const n: u32 = u32(data.length);
  return `${crc32(0, b.ptr, n)} ${adler32(1, b.ptr, n)}`;
}
/** crc32 says what it begins with where there are no data. */
export function start(): string { return `${crc32(0, null, 0)} ${adler32(0, null, 0)}`; }
export function packedAndBack(n: i32): string {
  const data = new Uint8Array(n);
  for (let i: i32 = 0; i < n; i++) data[i] = u8(i % 7);
  using from = rffi.scoped_nonmovingbuffer(data);
  using size = lltype.scoped_alloc(rffi.ULONGP.to, 1);
  size.ptr[0] = compressBound(n >>> 0);
  using packed = lltype.scoped_alloc(rffi.UCHARP.to, i32(size.ptr[0]));
  const first = compress(packed.ptr, size.ptr, from.ptr, n >>> 0);
  const small = size.ptr[0];
  const back = new Uint8Array(n);
  using to = rffi.scoped_nonmovingbuffer(back);
  size.ptr[0] = n >>> 0;
  const second = uncompress(to.ptr, size.ptr, packed.ptr, small);
  let same = true;
  for (let i: i32 = 0; i < n; i++) if (back[i] !== data[i]) same = false;
  return `${first} ${second} ${small < 100} ${same}`;
}
export function wrongData(): i32 {
  using size = lltype.scoped_alloc(rffi.ULONGP.to, 1);
  using to = lltype.scoped_alloc(rffi.UCHARP.to, 10);
  using from = lltype.scoped_alloc(rffi.UCHARP.to, 10, { zero: true });
  size.ptr[0] = 10;
  return uncompress(to.ptr, size.ptr, from.ptr, 10);
}
export function textOf(code: i32): string { return rffi.charp2str(zError(code)); }
// sums(new TextEncoder().encode('hello')) → '907060870 103547413'
// start() → '0 1'
// packedAndBack(10000) → '0 0 true true'
// wrongData() → -3
// textOf(-3) → 'data error'
