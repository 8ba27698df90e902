// What a callback throws: C gets a value, later callbacks do not run, and the error comes when C has returned; C that calls back deeply.
'use mixmod';
import { f64, i32, rffi } from 'mixmod';
const own = rffi.ExternalCompilationInfo({
  separate_module_sources: [`
static int results;
int each(int n, int (*f)(int)) { results = 0; for (int i = 0; i < n; i++) results += f(i); return results; }
int last_results(void) { return results; }
double reals(double (*f)(double), double x) { return f(x) + f(x + 1); }
char *texts(char *(*f)(int), int n) { return f(n); }
int ask(int (*f)(int), int x) { int r = f(x); return r == -1 ? -2 : r; }
`],
});
const c = { compilation_info: own };
const STEP = rffi.CCallback([rffi.INT], rffi.INT);
const each = rffi.llexternal('each', [rffi.INT, STEP], rffi.INT, c);
const last_results = rffi.llexternal('last_results', [], rffi.INT, c);
const reals = rffi.llexternal('reals', [rffi.CCallback([rffi.DOUBLE], rffi.DOUBLE), rffi.DOUBLE], rffi.DOUBLE, c);
const texts = rffi.llexternal('texts', [rffi.CCallback([rffi.INT], rffi.CCHARP), rffi.INT], rffi.CCHARP, c);
const ask = rffi.llexternal('ask', [STEP, rffi.INT], rffi.INT, c);
function raising(x: i32): i32 {
  if (x > 3) throw new RangeError(`no ${x}`);
  return 3;
}
export function passed(x: i32): i32 { return ask(raising, x); }
/** C has got zero for the one that threw and for all that did not run after it. */
export function resultsOfC(): i32 {
  try {
    each(10, raising);
  } catch {
    return last_results();
  }
  return -1;
}
export function errorValue(): i32 {
  const f = rffi.llhelper(STEP, raising, { error: -100 });
  try {
    each(6, f);
  } catch {
    return last_results();
  }
  return -1;
}
export function runsAgain(): string {
  let text = '';
  for (let i: i32 = 3; i < 6; i++) {
    try {
      text += `${ask(raising, i)} `;
    } catch (error) {
      text += `${(error as Error).message} `;
    }
  }
  return text;
}
export function realsOf(x: f64): f64 { return reals((y) => y * y, x); }
export function pointerOf(): string {
  const text = rffi.str2charp('of the program');
  const got = texts((n) => rffi.ptradd(text, n), 3);
  const result = rffi.charp2str(got);
  rffi.free_charp(text);
  return result;
}
/** The inner call's error goes through two C functions. */
export function throughTwo(): string {
  let inner: i32 = 0;
  try {
    each(3, (x) => each(3, (y) => {
      inner++;
      if (x === 1 && y === 1) throw new TypeError('deep');
      return 1;
    }));
  } catch (error) {
    return `${(error as Error).name} ${(error as Error).message} ${inner}`;
  }
  return 'none';
}
export function caughtInside(): i32 {
  return each(4, (x) => {
    try {
      return ask(raising, x + 2);
    } catch {
      return 100;
    }
  });
}
// passed(2) → 3
// passed(4) → RangeError: no 4
// resultsOfC() → 12
// errorValue() → -188
// runsAgain() → '3 no 4 no 5 '
// realsOf(3) → 25
// pointerOf() → 'the program'
// throughTwo() → 'TypeError deep 5'
// caughtInside() → 206
