// Integers, real numbers, texts and enums that C knows, as constants; what is not defined is null; what a function gives.
'use mixmod';
import { i32, lltype, rffi, rffi_platform, u64 } from 'mixmod';
const info = rffi.ExternalCompilationInfo({
  includes: ['math.h', 'limits.h', 'errno.h', 'string.h'],
  post_include_bits: [
    '#define BLAH (6*7)',
    '#define NEGATIVE (-2147483648LL)',
    '#define UNSIGNED (3333333333ULL)',
    '#define ONE_AND_A_HALF 1.5',
    '#define HUGE_NUMBER 1.0e20',
    '#define TOO_LARGE 1.0e50000',
    '#define TEXT "Some \\"text\\" of C"',
    '#define NOTHING',
    '#define WHOLE 2',
    'enum colour { RED = -1, GREEN, BLUE = 1 << 20 };',
    'static inline int sum(int a, int b) { return a + b; }',
  ],
  libraries: ['m'],
});
const c = rffi_platform.configure({
  _compilation_info_: info,
  BLAH: rffi_platform.ConstantInteger('BLAH'),
  NEGATIVE: rffi_platform.ConstantInteger('NEGATIVE'),
  UNSIGNED: rffi_platform.ConstantInteger('UNSIGNED'),
  LARGEST: rffi_platform.ConstantInteger('ULLONG_MAX'),
  EXPRESSION: rffi_platform.ConstantInteger('sizeof(int) * BLAH + GREEN'),
  ERANGE: rffi_platform.DefinedConstantInteger('ERANGE'),
  ABSENT: rffi_platform.DefinedConstantInteger('MIXMOD_ABSENT'),
  HALF: rffi_platform.DefinedConstantDouble('ONE_AND_A_HALF'),
  HUGE: rffi_platform.DefinedConstantDouble('HUGE_NUMBER'),
  INFINITE: rffi_platform.DefinedConstantDouble('TOO_LARGE'),
  WHOLE: rffi_platform.DefinedConstantDouble('WHOLE'),
  NO_REAL: rffi_platform.DefinedConstantDouble('MIXMOD_ABSENT'),
  TEXT: rffi_platform.DefinedConstantString('TEXT'),
  PART: rffi_platform.DefinedConstantString('WHOLE', '"version " TEXT'),
  NO_PART: rffi_platform.DefinedConstantString('MIXMOD_ABSENT', 'TEXT'),
  NO_TEXT: rffi_platform.DefinedConstantString('MIXMOD_ABSENT'),
  IS_NOTHING: rffi_platform.Defined('NOTHING'),
  IS_ABSENT: rffi_platform.Defined('MIXMOD_ABSENT'),
  COLOUR: rffi_platform.Enum('enum colour'),
  SUM: rffi_platform.IntegerFunctionResult('sum', [12, 34]),
  NEGATIVE_SUM: rffi_platform.IntegerFunctionResult('sum', [-12, '-(30 + 4)']),
  ROUNDED: rffi_platform.IntegerFunctionResult('lround', ['6.7']),
});
const FORTY_TWO = rffi_platform.getconstantinteger('BLAH', info);
const PATH_LIMIT = rffi_platform.getdefinedinteger('INT_MAX', info);
const REAL = rffi_platform.getdefineddouble('ONE_AND_A_HALF', info);
const WORDS = rffi_platform.getdefinedstring('TEXT', info);
const THERE = rffi_platform.getdefined('BLAH', info);
const PRODUCT = rffi_platform.getintegerfunctionresult('sum', [6, 7], info);
const TABLE = lltype.FixedSizeArray(rffi.INT, c.BLAH);
export function integer(): number { return c.BLAH; }
export function negative(): number { return c.NEGATIVE; }
export function unsigned(): number { return c.UNSIGNED; }
/** Beyond 2 ** 53 it is a bigint. */
export function largest(): u64 { return u64(c.LARGEST); }
export function expression(): number { return c.EXPRESSION; }
export function defined(): string { return `${c.ERANGE} ${c.ABSENT === null}`; }
export function real(): string { return `${c.HALF} ${c.HUGE} ${c.INFINITE}`; }
export function realOfWhole(): string { return `${c.WHOLE} ${c.NO_REAL === null}`; }
export function text(): string { return `${c.TEXT} ${c.NO_TEXT === null}`; }
/** Asked of the one, answered with the other. */
export function textOfAnother(): string { return `${c.PART} ${c.NO_PART === null}`; }
export function isDefined(): string { return `${c.IS_NOTHING} ${c.IS_ABSENT}`; }
export function members(): string { return `${c.COLOUR.RED} ${c.COLOUR.GREEN} ${c.COLOUR.BLUE}`; }
export function results(): string { return `${c.SUM} ${c.NEGATIVE_SUM}`; }
export function resultOfLibrary(): number { return c.ROUNDED; }
export function oneByOne(): string { return `${FORTY_TWO} ${PATH_LIMIT} ${REAL} ${WORDS} ${THERE} ${PRODUCT}`; }
/** A constant of C that a type is made from. */
export function lengthFromC(i: i32): i32 {
  using t = lltype.scoped_alloc(TABLE, { zero: true });
  t.ptr[i] = i32(t.ptr.length);
  return t.ptr[i];
}
// integer() → 42
// negative() → -2147483648
// unsigned() → 3333333333
// largest() → 18446744073709551615n
// expression() → 168
// defined() → '34 true'
// real() → '1.5 100000000000000000000 Infinity'
// realOfWhole() → '2 true'
// text() → 'Some "text" of C true'
// textOfAnother() → 'version Some "text" of C true'
// isDefined() → 'true false'
// members() → '-1 0 1048576'
// results() → '46 -46'
// resultOfLibrary() → 7
// oneByOne() → '42 2147483647 1.5 Some "text" of C true 13'
// lengthFromC(41) → 42
// lengthFromC(42) → RangeError: index 42 is out of range for length 42
