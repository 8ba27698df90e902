// Tables made when the module is built: of numbers of every width, of structures, with and without a stored length.
'use mixmod';
import { i32, i64, isize, lltype, rffi, u64, u8 } from 'mixmod';

const COUNT = 40;
const LETTERS = lltype.prebuilt(rffi.CArray(rffi.CHAR), 3, (letters) => {
  for (let i = 0; i < 3; i++) letters[i] = 65 + i;
});
const WORDS = rffi.CArray(rffi.ULONGLONG);
const POWERS = lltype.prebuilt(WORDS, COUNT, (table) => {
  for (let i = 0; i < COUNT; i++) table[i] = 3n ** u64(i);
});
const HALVES = lltype.prebuilt(lltype.Array(rffi.DOUBLE), 5, (table) => {
  for (let i = 0; i < table.length; i++) table[i] = i / 2;
});
const PAIR = lltype.Struct('Pair', ['small', rffi.SIGNEDCHAR], ['large', rffi.LONGLONG]);
const PAIRS = lltype.prebuilt(lltype.FixedSizeArray(PAIR, 2), (pairs) => {
  pairs[0].small = -1;
  pairs[0].large = -(2n ** 62n);
  pairs[1].small = 7;
  pairs[1].large = 0xd800dc00d800n;
});

function sum(table: lltype.Ptr<typeof WORDS>, count: i32): u64 {
  let total: u64 = 0n;
  for (let i: i32 = 0; i < count; i++) total += table[i];
  return total;
}

export function letter(i: i32): u8 { return LETTERS[i]; }
export function power(i: i32): u64 { return POWERS[i]; }
export function total(count: i32): u64 { return sum(POWERS, count); }
export function half(i: i32): number { return HALVES[i]; }
export function halves(): isize { return HALVES.length; }
export function large(i: i32): i64 { return PAIRS[i].large; }
export function small(i: i32): i32 { const pairs = PAIRS; return i32(pairs[i].small); }
export function same(): boolean { return POWERS === POWERS; }
// letter(2) → 67
// power(39) → 4052555153018976267n
// power(1) → 3n
// total(40) → 6078832729528464400n
// half(3) → 1.5
// half(5) → RangeError: index 5 is out of range for length 5
// halves() → 5
// large(0) → -4611686018427387904n
// large(1) → 237498202642432n
// small(0) → -1
// small(1) → 7
// same() → true
