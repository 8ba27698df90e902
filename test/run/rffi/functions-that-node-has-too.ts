// Node exports the functions of a libz of its own. A function around a macro and a function of the library must be of the same libz.
'use mixmod';
import { lltype, rffi, u32 } from 'mixmod';
const libz = rffi.ExternalCompilationInfo({ includes: ['zlib.h'], libraries: ['z'] });
const STREAM = lltype.Struct(
  'Stream',
  ['c_next_in', rffi.UCHARP],
  ['c_avail_in', rffi.UINT],
  ['c_total_in', rffi.ULONG],
  ['c_next_out', rffi.UCHARP],
  ['c_avail_out', rffi.UINT],
  ['c_total_out', rffi.ULONG],
  ['c_rest', rffi.CFixedArray(rffi.ULONG, 8)],
);
const INT = rffi.INT;
const info = { compilation_info: libz };
const init = rffi.llexternal('deflateInit', [lltype.Ptr(STREAM), INT], INT, { ...info, macro: true });
const deflate = rffi.llexternal('deflate', [lltype.Ptr(STREAM), INT], INT, info);
const end = rffi.llexternal('deflateEnd', [lltype.Ptr(STREAM)], INT, info);
export function packed(data: Uint8Array): string {
  using stream = lltype.scoped_alloc(STREAM, { zero: true });
  using source = rffi.scoped_nonmovingbuffer(data);
  using target = rffi.scoped_alloc_buffer(1000);
  const begun = init(stream.ptr, 6);
  stream.ptr.c_next_in = rffi.cast(rffi.UCHARP, source.ptr);
  stream.ptr.c_avail_in = u32(data.length);
  stream.ptr.c_next_out = rffi.cast(rffi.UCHARP, target.ptr);
  stream.ptr.c_avail_out = 1000;
  const done = deflate(stream.ptr, 4);
  return `${begun} ${done} ${stream.ptr.c_total_in} ${stream.ptr.c_total_out < 30} ${end(stream.ptr)}`;
}
// packed(new Uint8Array(400)) → '0 1 400 true 0'
