'use mixmod';
// Checksums, and what libz says of itself.
import { lltype, rffi, u32 } from 'mixmod';
import { adler32_z, crc32_z, header_version, zlibVersion } from './interp_libz.ts';

// An array of length 0 may be at NULL, which asks libz for its first value.

export function crc32(data: Uint8Array, value: u32): u32 {
  using bytes = rffi.scoped_nonmovingbuffer(data);
  using nothing = lltype.scoped_alloc(rffi.UCHARP.to, 1);
  const start = data.length === 0 ? nothing.ptr : rffi.cast(rffi.UCHARP, bytes.ptr);
  return u32(crc32_z(value, start, data.length));
}

export function adler32(data: Uint8Array, value: u32): u32 {
  using bytes = rffi.scoped_nonmovingbuffer(data);
  using nothing = lltype.scoped_alloc(rffi.UCHARP.to, 1);
  const start = data.length === 0 ? nothing.ptr : rffi.cast(rffi.UCHARP, bytes.ptr);
  return u32(adler32_z(value, start, data.length));
}

export function built_version(): string {
  return rffi.charp2str(header_version());
}
export function runtime_version(): string {
  return rffi.charp2str(zlibVersion());
}
