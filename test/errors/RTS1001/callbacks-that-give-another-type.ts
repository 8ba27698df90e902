'use mixmod';
import { type i32, rffi } from 'mixmod';
const own = rffi.ExternalCompilationInfo({
  separate_module_sources: ['int eat(int x, int (*f)(int)) { return f(x); }'],
});
const STEP = rffi.CCallback([rffi.INT], rffi.INT);
const eat = rffi.llexternal('eat', [rffi.INT, STEP], rffi.INT, { compilation_info: own });
export function eaten(x: i32): i32 {
  // error RTS1001: TypeScript: Argument of type '(n: i32) => bigint' is not assignable to parameter of type 'FunctionPtr<FuncType<readonly [Primitive<"INT", i32>], Primitive<"INT", i32>, false>> | Calls<readonly [Primitive<"INT", i32>], Primitive<...>> | null'. (TS2345)
  return eat(x, (n) => 5n);
}
