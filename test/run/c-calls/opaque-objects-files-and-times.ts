// Objects of C that only C looks into, and structures of the system.
'use mixmod';
import { i32, isize, lltype, rffi } from 'mixmod';
const libc = rffi.ExternalCompilationInfo({
  includes: ['stdio.h', 'time.h', 'sys/time.h', 'unistd.h', 'string.h'],
  separate_module_sources: [`
struct stuff { char data[38]; };
char stuff_get(struct stuff *s) { s->data[37] = 'a'; return s->data[37]; }
struct hidden;
struct hidden *hidden_make(void) { static int there; return (struct hidden *)&there; }
int hidden_is(struct hidden *h) { return h == hidden_make(); }
typedef struct hidden *hidden_ptr;
int hidden_given(hidden_ptr h) { return h != NULL; }
`],
});
const c = { compilation_info: libc };
const FILEP = rffi.COpaquePtr('FILE');
const TIMEVAL = rffi.COpaque('struct timeval', { size: 16 });
const STUFF = rffi.COpaque('struct stuff', { size: 38 });
const HIDDENP = rffi.COpaquePtr('struct hidden');
const TM = rffi.CStruct(
  'tm',
  ['tm_sec', rffi.INT], ['tm_min', rffi.INT], ['tm_hour', rffi.INT], ['tm_mday', rffi.INT], ['tm_mon', rffi.INT],
  ['tm_year', rffi.INT], ['tm_wday', rffi.INT], ['tm_yday', rffi.INT], ['tm_isdst', rffi.INT],
  ['tm_gmtoff', rffi.LONG], ['tm_zone', rffi.CCHARP],
);
const tmpfile = rffi.llexternal('tmpfile', [], FILEP, c);
const fopen = rffi.llexternal('fopen', [rffi.CCHARP, rffi.CCHARP], FILEP, c);
const fputs = rffi.llexternal('fputs', [rffi.CCHARP, FILEP], rffi.INT, c);
const rewind = rffi.llexternal('rewind', [FILEP], rffi.VOID, c);
const fread = rffi.llexternal('fread', [rffi.VOIDP, rffi.SIZE_T, rffi.SIZE_T, FILEP], rffi.SIZE_T, c);
const fclose = rffi.llexternal('fclose', [FILEP], rffi.INT, c);
const gettimeofday = rffi.llexternal('gettimeofday', [lltype.Ptr(TIMEVAL), rffi.VOIDP], rffi.INT, c);
const stuff_get = rffi.llexternal('stuff_get', [lltype.Ptr(STUFF)], rffi.CHAR, c);
const hidden_make = rffi.llexternal('hidden_make', [], HIDDENP, c);
const hidden_is = rffi.llexternal('hidden_is', [HIDDENP], rffi.INT, c);
const hidden_given = rffi.llexternal('hidden_given', [HIDDENP], rffi.INT, c);
const gmtime_r = rffi.llexternal('gmtime_r', [rffi.TIME_TP, lltype.Ptr(TM)], lltype.Ptr(TM), c);
const timegm = rffi.llexternal('timegm', [lltype.Ptr(TM)], rffi.TIME_T, c);
const strftime = rffi.llexternal('strftime', [rffi.CCHARP, rffi.SIZE_T, rffi.CCHARP, lltype.Ptr(TM)], rffi.SIZE_T, c);
export function file(text: string): string {
  using s = rffi.scoped_str2charp(text);
  using into = rffi.scoped_alloc_buffer(32);
  const f = tmpfile();
  fputs(s.ptr, f);
  rewind(f);
  const n = fread(into.ptr, 1, 32, f);
  return `${n} ${rffi.charpsize2str(into.ptr, i32(n))} ${fclose(f)}`;
}
export function noFile(): boolean {
  using path = rffi.scoped_str2charp('/no/such/folder/file');
  using mode = rffi.scoped_str2charp('r');
  return fopen(path.ptr, mode.ptr) === null;
}
export function timeOfDay(): string {
  using t = lltype.scoped_alloc(TIMEVAL, { zero: true });
  const result = gettimeofday(t.ptr, null);
  return `${result} ${rffi.cast(rffi.LONGP, t.ptr)[0] > 1_600_000_000}`;
}
export function allocated(): i32 {
  using s = lltype.scoped_alloc(STUFF);
  return i32(stuff_get(s.ptr));
}
export function hidden(): string {
  const h = hidden_make();
  return `${hidden_is(h)} ${hidden_given(h)} ${hidden_given(null)} ${h === hidden_make()}`;
}
export function invalidPointers(): boolean {
  return rffi.cast(FILEP, -1) === rffi.cast(FILEP, -1);
}
export function date(seconds: isize): string {
  using time = lltype.scoped_alloc(rffi.TIME_TP.to, 1);
  using tm = lltype.scoped_alloc(TM);
  time.ptr[0] = seconds;
  gmtime_r(time.ptr, tm.ptr);
  using format = rffi.scoped_str2charp('%Y-%m-%d %H:%M');
  using into = rffi.scoped_alloc_buffer(32);
  const n = strftime(into.ptr, 32, format.ptr, tm.ptr);
  return `${rffi.charpsize2str(into.ptr, i32(n))} ${timegm(tm.ptr)}`;
}
// file('line\n') → '5 line\n 0'
// noFile() → true
// timeOfDay() → '0 true'
// allocated() → 97
// hidden() → '1 1 0 true'
// invalidPointers() → true
// date(1000000000) → '2001-09-09 01:46 1000000000'
