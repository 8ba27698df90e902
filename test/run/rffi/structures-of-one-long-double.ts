// A structure of one long double, and of no more, is a result in a register of the coprocessor; as an argument it is on the stack.
'use mixmod';
import { f64, lltype, rffi } from 'mixmod';
const own = rffi.ExternalCompilationInfo({ separate_module_sources: [`
struct one { long double x; };
struct two { long double x; int n; };
struct one half(struct one v) { v.x /= 2; return v; }
struct one third(void) { struct one r = { 1.0L / 3 }; return r; }
int is_third(int before, struct one v, int after) { return v.x == 1.0L / 3 && before + after == 3; }
struct one twice(struct one (*f)(struct one), struct one a) { return f(f(a)); }
struct two grow(struct two v) { v.x *= 2; v.n++; return v; }
`]});
const opt = { compilation_info: own };
const ONE = lltype.Struct('one', ['x', rffi.LONGDOUBLE]);
const TWO = lltype.Struct('two', ['x', rffi.LONGDOUBLE], ['n', rffi.INT]);
const STEP = rffi.CCallback([ONE], ONE);
const half = rffi.llexternal('half', [ONE], ONE, opt);
const third = rffi.llexternal('third', [], ONE, opt);
const isThird = rffi.llexternal('is_third', [rffi.INT, ONE, rffi.INT], rffi.INT, opt);
const twice = rffi.llexternal('twice', [STEP, ONE], ONE, opt);
const grow = rffi.llexternal('grow', [TWO], TWO, opt);
export function halved(x: f64): f64 {
  using one = lltype.scoped_alloc(ONE);
  one.ptr.x = x;
  using made = half(one.ptr);
  return made.ptr.x;
}
/** All of its bits come back. */
export function thirds(): f64 {
  using one = third();
  return isThird(1, one.ptr, 2);
}
function plusOne(a: lltype.Ptr<typeof ONE>): lltype.Ptr<typeof ONE> {
  a.x = a.x + 1;
  return a;
}
export function stepped(x: f64): f64 {
  using one = lltype.scoped_alloc(ONE);
  one.ptr.x = x;
  using made = twice(plusOne, one.ptr);
  return made.ptr.x;
}
export function grown(x: f64): f64 {
  using two = lltype.scoped_alloc(TWO);
  two.ptr.x = x;
  two.ptr.n = 5;
  using made = grow(two.ptr);
  return made.ptr.x + made.ptr.n;
}
// halved(5) → 2.5
// thirds() → 1
// stepped(0.5) → 2.5
// grown(1.25) → 8.5
