// 128-bit floats (`long double` of 64-bit ARM) in memory → numbers, rounded to nearest, and back, exactly. Little-endian: 112 bits of
// fraction, then 15 bits of exponent and the sign.
import { scaled } from './extended.ts';

const BIAS = 16383n;
const SPECIAL = 0x7fffn;
const FRACTION = 112n;
const LOW = (1n << 64n) - 1n;

const double = new DataView(new ArrayBuffer(8));

export function loadQuad(bytes: DataView, offset: number): number {
  const high = bytes.getBigUint64(offset + 8, true);
  const sign = high >> 63n ? -1 : 1;
  const exponent = (high >> 48n) & SPECIAL;
  const fraction = ((high & 0xffff_ffff_ffffn) << 64n) | bytes.getBigUint64(offset, true);
  if (exponent === SPECIAL) return fraction === 0n ? sign * Infinity : NaN;
  // What has no leading one is far below every double.
  if (exponent === 0n) return sign < 0 ? -0 : 0;
  return sign * scaled(fraction | (1n << FRACTION), Number(exponent - BIAS - FRACTION));
}

export function storeQuad(bytes: DataView, offset: number, value: number | bigint | boolean): void {
  double.setFloat64(0, Number(value));
  const bits = double.getBigUint64(0);
  const sign = bits >> 63n;
  const exponent = (bits >> 52n) & 0x7ffn;
  let fraction = bits & ((1n << 52n) - 1n);
  let head = exponent === 0x7ffn ? SPECIAL : exponent - 1023n + BIAS;
  if (exponent === 0n) {
    // Zero, or a subnormal double, which is none here.
    const shift = BigInt(53 - fraction.toString(2).length);
    head = fraction === 0n ? 0n : BIAS - 1022n - shift;
    fraction = fraction === 0n ? 0n : (fraction << shift) & ((1n << 52n) - 1n);
  }
  const whole = (sign << 127n) | (head << FRACTION) | (fraction << (FRACTION - 52n));
  bytes.setBigUint64(offset, whole & LOW, true);
  bytes.setBigUint64(offset + 8, whole >> 64n, true);
}
