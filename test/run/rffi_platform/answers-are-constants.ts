// What rffi_platform asks of C, as constants and types of the program.
'use mixmod';
import { i32, lltype, rffi, rffi_platform } from 'mixmod';
const info = rffi.ExternalCompilationInfo({
  includes: ['time.h', 'fcntl.h', 'limits.h', 'sys/stat.h', 'zlib.h', 'math.h'],
  libraries: ['z'],
});
const c = rffi_platform.configure({
  _compilation_info_: info,
  TM: rffi_platform.Struct('struct tm', [['tm_year', rffi.INT], ['tm_gmtoff', rffi.LONG]]),
  SIZE: rffi_platform.SizeOf('struct tm'),
  ALIGN: rffi_platform.AlignOf('double'),
  O_CREAT: rffi_platform.ConstantInteger('O_CREAT'),
  LONG_MAX: rffi_platform.ConstantInteger('LONG_MAX >> 20'),
  NONE: rffi_platform.DefinedConstantInteger('MIXMOD_NO_SUCH_MACRO'),
  VERSION: rffi_platform.DefinedConstantString('ZLIB_VERSION'),
  PI: rffi_platform.DefinedConstantDouble('M_PI'),
  IS_THERE: rffi_platform.Defined('O_RDONLY'),
  HAS_CRC: rffi_platform.Has('crc32'),
  HAS_NONE: rffi_platform.Has('mixmod_no_such_function'),
  TIME: rffi_platform.SimpleType('time_t', rffi.TIME_T),
  OLD: rffi_platform.Struct('struct mixmod_old', [['x', rffi.INT]], { ifdef: 'MIXMOD_NO_SUCH_MACRO' }),
});
const MAX = rffi_platform.getconstantinteger('INT_MAX', info);
const STAT_SIZE = rffi_platform.sizeof('struct stat', info);
const gmtime_r = rffi.llexternal('gmtime_r', [lltype.Ptr(lltype.FixedSizeArray(c.TIME, 1)), lltype.Ptr(c.TM)], lltype.Ptr(c.TM), {
  compilation_info: info,
});
export function numbers(): string {
  return `${c.SIZE} ${c.ALIGN} ${c.O_CREAT} ${c.LONG_MAX} ${c.NONE === null} ${c.PI}`;
}
export function others(): string {
  const version = c.VERSION;
  return `${version !== null && version.startsWith('1.')} ${c.IS_THERE} ${c.HAS_CRC} ${c.HAS_NONE} ${MAX} ${STAT_SIZE}`;
}
export function sizes(): string {
  return `${rffi.sizeof(c.TM)} ${rffi.offsetof(c.TM, 'c_tm_year')} ${rffi.offsetof(c.TM, 'c_tm_gmtoff')}`;
}
function yearOf(tm: lltype.Ptr<typeof c.TM>): i32 {
  return tm.c_tm_year + 1900;
}
export function year(seconds: i32): i32 {
  using time = lltype.scoped_alloc(lltype.FixedSizeArray(c.TIME, 1));
  using tm = lltype.scoped_alloc(c.TM);
  time.ptr[0] = seconds;
  gmtime_r(time.ptr, tm.ptr);
  return yearOf(tm.ptr);
}
// numbers() → '56 8 64 8796093022207 true 3.141592653589793'
// others() → 'true true true false 2147483647 144'
// sizes() → '56 20 40'
// year(1000000000) → 2001
