// void pointers that go through C to a callback, constants of the module that C reads, and chars as results of every kind.
'use mixmod';
import { i32, i8, isize, lltype, rffi, u8 } from 'mixmod';
const own = rffi.ExternalCompilationInfo({
  separate_module_sources: [`
long eat(long arg, long (*f)(long)) { long r = f(arg); return r == -1 ? -1 : r; }
int visit(int n, int (*f)(int, void *), void *data) { int s = 0; for (int i = 0; i < n; i++) s += f(i, data); return s; }
signed char give_signed(void) { return -42; }
unsigned char give_unsigned(void) { return 214; }
char give_char(void) { return 42; }
struct row { int key; double value; };
double look_up(const struct row *rows, int n, int key) { for (int i = 0; i < n; i++) if (rows[i].key == key) return rows[i].value; return -1; }
`],
});
const c = { compilation_info: own };
const EATEN = rffi.CCallback([rffi.SIGNED], rffi.SIGNED);
const VISIT = rffi.CCallback([rffi.INT, rffi.VOIDP], rffi.INT);
const ROW = rffi.CStruct('row', ['key', rffi.INT], ['value', rffi.DOUBLE]);
const ROWS = rffi.CArray(ROW);
const eat = rffi.llexternal('eat', [rffi.SIGNED, EATEN], rffi.SIGNED, c);
const visit = rffi.llexternal('visit', [rffi.INT, VISIT, rffi.VOIDP], rffi.INT, c);
const give_signed = rffi.llexternal('give_signed', [], rffi.SIGNEDCHAR, c);
const give_unsigned = rffi.llexternal('give_unsigned', [], rffi.UCHAR, c);
const give_char = rffi.llexternal('give_char', [], rffi.CHAR, c);
const look_up = rffi.llexternal('look_up', [lltype.Ptr(ROWS), rffi.INT, rffi.INT], rffi.DOUBLE, c);
const TABLE = lltype.prebuilt(ROWS, 3, (rows) => {
  for (let i = 0; i < 3; i++) {
    const row = rows[i];
    row.c_key = i * 10;
    row.c_value = i + 0.5;
  }
});
const STATE = lltype.Struct('State', ['calls', rffi.INT], ['factor', rffi.INT]);
function counted(x: i32, data: rffi.VoidPtr): i32 {
  const state = rffi.cast(lltype.Ptr(STATE), data);
  state.calls++;
  return x * state.factor;
}
export function opaqueThroughCallback(n: i32): string {
  using state = lltype.scoped_alloc(STATE, { zero: true });
  state.ptr.factor = 3;
  const sum = visit(n, counted, state.ptr);
  return `${sum} ${state.ptr.calls}`;
}
/** An object of the program reaches the callback because the closure has it. */
export function objectThroughClosure(n: i32): string {
  const seen: i32[] = [];
  visit(n, (x, _data) => { seen.push(x * x); return 0; }, null);
  return seen.join();
}
export function negativeResult(x: isize): isize { return eat(x, (y) => -y); }
export function tableOfTheModule(key: i32): number { return look_up(TABLE, 3, key); }
export function signedChar(): i8 { return give_signed(); }
export function unsignedChar(): u8 { return give_unsigned(); }
export function char(): u8 { return give_char(); }
// opaqueThroughCallback(4) → '18 4'
// objectThroughClosure(4) → '0,1,4,9'
// negativeResult(1) → -1
// tableOfTheModule(20) → 2.5
// tableOfTheModule(5) → -1
// signedChar() → -42
// unsignedChar() → 214
// char() → 42
