'use mixmod';
// libz bound by hand with rffi: whole buffers in, whole buffers out, no copy on the way in.
import { lltype, rffi, u32 } from 'mixmod';

const libz = rffi.ExternalCompilationInfo({ includes: ['zlib.h'], libraries: ['z'] });
const z_compressBound = rffi.llexternal('compressBound', [rffi.ULONG], rffi.ULONG, {
  compilation_info: libz,
});
const z_compress2 = rffi.llexternal(
  'compress2',
  [rffi.UCHARP, rffi.ULONGP, rffi.UCHARP, rffi.ULONG, rffi.INT],
  rffi.INT,
  { compilation_info: libz },
);
const z_uncompress = rffi.llexternal(
  'uncompress',
  [rffi.UCHARP, rffi.ULONGP, rffi.UCHARP, rffi.ULONG],
  rffi.INT,
  { compilation_info: libz },
);
const z_crc32 = rffi.llexternal('crc32_z', [rffi.ULONG, rffi.UCHARP, rffi.SIZE_T], rffi.ULONG, {
  compilation_info: libz,
});

const Z_OK = 0;
const Z_BUF_ERROR = -5;

/** zlib-format (RFC 1950) compression of `data` at `level` 0 to 9. */
export function deflate(data: Uint8Array, level: number = 6): Uint8Array {
  if (!(level >= 0 && level <= 9)) throw new RangeError('level must be from 0 to 9');
  const result = new Uint8Array(z_compressBound(data.length));
  using source = rffi.scoped_nonmovingbuffer(data);
  using target = rffi.scoped_nonmovingbuffer(result);
  using size = lltype.scoped_alloc(rffi.ULONGP.to, 1);
  size.ptr[0] = result.length;
  if (z_compress2(target.ptr, size.ptr, source.ptr, data.length, Math.floor(level) | 0) !== Z_OK) {
    throw new Error('zlib: compress2 failed');
  }
  return result.slice(0, size.ptr[0]);
}

/** The bytes of the zlib-format `data`, at most `limit` of them. Throws where it is damaged or does not fit. */
export function inflate(data: Uint8Array, limit: number): Uint8Array {
  const result = new Uint8Array(limit);
  using source = rffi.scoped_nonmovingbuffer(data);
  using target = rffi.scoped_nonmovingbuffer(result);
  using size = lltype.scoped_alloc(rffi.ULONGP.to, 1);
  size.ptr[0] = result.length;
  const status = z_uncompress(target.ptr, size.ptr, source.ptr, data.length);
  if (status === Z_BUF_ERROR) throw new RangeError('zlib: the data is longer than the limit');
  if (status !== Z_OK) throw new Error('zlib: the data is damaged or cut short');
  return result.slice(0, size.ptr[0]);
}

/** CRC-32 by libz. */
export function crc32(data: Uint8Array): u32 {
  using source = rffi.scoped_nonmovingbuffer(data);
  return u32(z_crc32(0, source.ptr, data.length));
}
