// A compilation info from flags, and from what tools know of a library.
'use mixmod';
import { type i32, rffi } from 'mixmod';

const flags = rffi.ExternalCompilationInfo.from_compiler_flags(
  `-DTWICE="(x)*2" -DPLAIN -D 'x'=21 -O1 -I /nowhere`,
).merge(rffi.ExternalCompilationInfo.from_linker_flags('-L /nowhere -lm -Wl,--as-needed'));
const own = flags.merge(
  rffi.ExternalCompilationInfo({
    separate_module_sources: ['int value(void) { return TWICE + PLAIN; }'],
  }),
);
const value = rffi.llexternal('value', [], rffi.INT, { compilation_info: own });
const zlib = rffi.ExternalCompilationInfo.from_pkg_config('zlib').merge(
  rffi.ExternalCompilationInfo({ includes: ['zlib.h'] }),
);
const crc32 = rffi.llexternal(
  'crc32',
  [rffi.ULONG, rffi.buffer(rffi.UCHARP, 2), rffi.UINT],
  rffi.ULONG,
  { compilation_info: zlib },
);

export const given = (): i32 => value();
export const checksum = (data: Uint8Array): string => `${crc32(0, data)}`;
// given() → 43
// checksum(Uint8Array.of(104, 101, 108, 108, 111)) → '907060870'
