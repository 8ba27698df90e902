// `+`, templates, String(x), toString and the formats of numbers.
'use mixmod';
import { f32, i32, i64, isize, u64, u8 } from 'mixmod';
export function texts(x: number, b: boolean, n: i64, u: u64, i: i32, f: f32): string {
  return `${x} ${b} ${n} ${u} ${i} ${f} ${u8(i)} ${isize(i)} ${null} ${undefined} ${1.5}${'s'}${true}${10n}`;
}
export function sums(x: number, s: string, b: boolean): string {
  return x + s + b + 1 + 2 + (1 + 2) + s + null + undefined;
}
export function appended(x: number): string {
  let s = 'x';
  s += x;
  s += true;
  s += 'y';
  return s;
}
export function maybe(a: string | null, b: number | undefined, c: boolean | null | undefined): string {
  return `${a} ${b} ${c} ` + a + b + c + String(a) + String(b);
}
export function calls(x: number, b: boolean, n: i64): string {
  return `${String(x)} ${x.toString()} ${b.toString()} ${n.toString()} ${String(n)} ${String(b)} ${String()} ${String('s')} ${String(null)}`;
}
export function radix(x: number, r: number): string {
  return x.toString(r);
}
export function wide(n: i64, u: u64, r: number): string {
  return `${n.toString(r)} ${u.toString(r)}`;
}
export function fixed(x: number, d: number): string {
  return `${x.toFixed(d)} ${x.toExponential(d)} ${x.toPrecision(d)}`;
}
export function defaults(x: number): string {
  return `${x.toFixed()} ${x.toExponential()} ${x.toPrecision()}`;
}
export function numbers(s: string): string {
  return `${Number(s)} ${+s} ${parseInt(s)} ${parseFloat(s)} ${parseInt(s, 16)} ${Number.parseInt(s, 36)} ${Number.parseFloat(s)}`;
}
export function converted(x: i64, b: boolean, n: number | null | undefined): string {
  return `${Number(x)} ${Number(b)} ${Number(n)} ${Number()} ${Number(null)} ${Number(i32(7))}`;
}
let count = 0;
function next(): number {
  return ++count;
}
export function order(): string {
  return `${next()}${next()}` + next() + `${next() + next()}`;
}
// texts(0.1, true, -5n, 18446744073709551615n, -2147483648, 0.1) → '0.1 true -5 18446744073709551615 -2147483648 0.10000000149011612 0 -2147483648 null undefined 1.5strue10'
// texts(NaN, false, 9223372036854775807n, 0n, 255, 1e10) → 'NaN false 9223372036854775807 0 255 10000000000 255 255 null undefined 1.5strue10'
// sums(1, 's', true) → '1strue123snullundefined'
// appended(-0) → 'x0truey'
// appended(1e21) → 'x1e+21truey'
// maybe(null, undefined, undefined) → 'null undefined undefined nullundefinedundefinednullundefined'
// maybe('a', 5, null) → 'a 5 null a5nulla5'
// maybe('', 0, true) → ' 0 true 0true0'
// calls(123456789, true, -1n) → '123456789 123456789 true -1 -1 true  s null'
// radix(255, 16) → 'ff'
// radix(-0.5, 2) → '-0.1'
// radix(1e21, 36) → '5v1j4f4ds7c000'
// radix(10, 1) → RangeError: toString() radix argument must be between 2 and 36
// radix(10, 37) → RangeError: toString() radix argument must be between 2 and 36
// radix(NaN, 2) → 'NaN'
// wide(-255n, 18446744073709551615n, 16) → '-ff ffffffffffffffff'
// wide(-255n, 5n, 10) → '-255 5'
// fixed(1234.5678, 2) → '1234.57 1.23e+3 1.2e+3'
// fixed(0, 5) → '0.00000 0.00000e+0 0.0000'
// fixed(-1e21, 3) → '-1e+21 -1.000e+21 -1.00e+21'
// fixed(1.005, 101) → RangeError: toFixed() digits argument must be between 0 and 100
// defaults(1234.5678) → '1235 1.2345678e+3 1234.5678'
// defaults(-1.5e-9) → '-0 -1.5e-9 -1.5e-9'
// defaults(Infinity) → 'Infinity Infinity Infinity'
// numbers('12px') → 'NaN NaN 12 12 18 50181 12'
// numbers('  0x1F ') → '31 31 31 0 31 42819 0'
// numbers('-1.5e3') → '-1500 -1500 -1 -1500 -1 -1 -1500'
// numbers('') → '0 0 NaN NaN NaN NaN NaN'
// numbers('Infinity') → 'Infinity Infinity NaN Infinity NaN 1461559270678 Infinity'
// numbers('9007199254740993') → '9007199254740992 9007199254740992 9007199254740992 9007199254740992 10378291982571407000 1.9896986116031807e+24 9007199254740992'
// numbers('€') → 'NaN NaN NaN NaN NaN NaN NaN'
// converted(5n, true, null) → '5 1 0 0 0 7'
// converted(-9007199254740993n, false, undefined) → '-9007199254740992 0 NaN 0 0 7'
// converted(0n, true, 2.5) → '0 1 2.5 0 0 7'
// order() → '1239'
