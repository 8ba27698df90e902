// Untranslated, the pointer into a typed array ends with its block: what a loop has shown to C is not kept and looked through.
'use mixmod';
import { i32, rffi, u8 } from 'mixmod';
const own = rffi.ExternalCompilationInfo({
  separate_module_sources: ['int first(const unsigned char *data) { return data[0]; }'],
});
const first = rffi.llexternal('first', [rffi.UCHARP], rffi.INT, { compilation_info: own });
export function total(rounds: i32): i32 {
  let sum: i32 = 0;
  for (let i: i32 = 0; i < rounds; i++) {
    using buffer = rffi.scoped_nonmovingbuffer(Uint8Array.of(u8(i)));
    if ((i & 1) === 1) continue;
    sum += first(buffer.ptr);
  }
  return sum;
}
// total(5000) → 313420
