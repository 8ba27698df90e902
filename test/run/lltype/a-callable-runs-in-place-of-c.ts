'use mixmod';
import { i32, isize, lltype, rffi } from 'mixmod';
const libc = rffi.ExternalCompilationInfo({ includes: ['stdlib.h', 'string.h'] });
const NODE_REF = lltype.ForwardReference();
const NODE = lltype.Struct('Node', ['next', lltype.Ptr(NODE_REF)], ['value', rffi.INT]);
NODE_REF.become(NODE);
const declare = (name: string, stand: (x: number) => number) =>
  rffi.llexternal(name, [rffi.LONG], rffi.LONG, { compilation_info: libc, _callable: stand });
const c_abs = rffi.llexternal('abs', [rffi.INT], rffi.INT, {
  compilation_info: libc,
  _callable: (x) => (x < 0 ? negated(x) : x),
});
const c_labs = declare('labs', (x) => Math.abs(x));
const c_strlen = rffi.llexternal('strlen', [rffi.CCHARP], rffi.SIZE_T, {
  compilation_info: libc,
  _callable: (s) => (s === null ? 0 : rffi.charp2str(s).length),
});
const c_malloc = rffi.llexternal('malloc', [rffi.SIZE_T], lltype.Ptr(NODE), {
  compilation_info: libc,
  _callable: () => lltype.malloc(NODE, { flavor: 'raw' }),
});
function negated(x: i32): i32 { return -x; }
export function absolute(x: i32): isize { return c_abs(x) + c_abs(-x) + c_labs(x); }
export function length(s: string): isize {
  using p = rffi.scoped_str2charp(s);
  return isize(c_strlen(p.ptr));
}
export function node(): i32 {
  const p = c_malloc(16);
  if (p === null) return -1;
  p.value = 5;
  const value = p.value;
  lltype.free(p, { flavor: 'raw' });
  return value;
}
// absolute(-4) → 12
// length('four') → 4
// node() → 5
