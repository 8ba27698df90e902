// A typed array without elements has an address for C, too.
'use mixmod';
import { i32, rffi } from 'mixmod';
const own = rffi.ExternalCompilationInfo({
  separate_module_sources: [
    'int sum(const unsigned char *data, int n) { int s = 0; while (n > 0) s += data[--n]; return s; }',
  ],
});
const sum = rffi.llexternal('sum', [rffi.UCHARP, rffi.INT], rffi.INT, { compilation_info: own });
export function total(data: Uint8Array): i32 {
  using buffer = rffi.scoped_nonmovingbuffer(data);
  return sum(buffer.ptr, i32(data.length));
}
// total(Uint8Array.of(1, 2, 3)) → 6
// total(new Uint8Array(0)) → 0
// total(Uint8Array.of(1, 2, 3).subarray(3)) → 0
