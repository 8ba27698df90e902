// C that only methods of classes call is part of the module, too.
'use mixmod';
import { i32, rffi } from 'mixmod';

const info = rffi.ExternalCompilationInfo({
  separate_module_sources: ['int twice_of(int x) { return 2 * x; }'],
  post_include_bits: ['int twice_of(int x);'],
});
const twice_of = rffi.llexternal('twice_of', [rffi.INT], rffi.INT, { compilation_info: info });

class Doubler {
  of(x: i32): i32 {
    return twice_of(x);
  }
}

export function twice(x: i32): i32 {
  return new Doubler().of(x);
}

// twice(21) → 42
