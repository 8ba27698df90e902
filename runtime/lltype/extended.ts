// x86's 80-bit floats (`long double`) in memory → numbers, rounded to nearest, and back, exactly. Little-endian: 64 bits with an explicit
// leading one, then 15 bits of exponent and the sign.
const BIAS = 16383;
const SPECIAL = 0x7fff;

const double = new DataView(new ArrayBuffer(8));

export function loadExtended(bytes: DataView, offset: number): number {
  const low = bytes.getUint32(offset, true);
  const high = bytes.getUint32(offset + 4, true);
  const head = bytes.getUint16(offset + 8, true);
  const sign = head & 0x8000 ? -1 : 1;
  const exponent = head & SPECIAL;
  if (exponent === SPECIAL) return high === 0x8000_0000 && low === 0 ? sign * Infinity : NaN;
  if (high === 0 && low === 0) return sign < 0 ? -0 : 0;
  const power = exponent - BIAS;
  if (power < -1022)
    return sign * scaled((BigInt(high) << 32n) | BigInt(low), exponent - BIAS - 63);
  if (power > 1023) return sign * Infinity;
  // The sum is rounded, to nearest; what follows is exact. `2 ** power` would take longer than all else.
  double.setUint32(0, (power + 1023) << 20);
  double.setUint32(4, 0);
  return sign * ((high * 2 ** 32 + low) * 2 ** -63) * double.getFloat64(0);
}

/** fraction * 2 ** power, rounded once. */
export function scaled(fraction: bigint, power: number): number {
  // A number rounds a bigint to nearest, ties to even, if it need not be scaled into the subnormals afterwards.
  const bits = fraction.toString(2).length;
  const lost = Math.max(0, -1074 - power, bits - 53);
  const [shift, half] = [BigInt(lost), lost === 0 ? 0n : 1n << BigInt(lost - 1)];
  const rest = fraction & ((1n << shift) - 1n);
  let kept = fraction >> shift;
  if (lost > 0 && (rest > half || (rest === half && (kept & 1n) === 1n))) kept++;
  const at = power + lost;
  // In two steps, as 2 ** at alone may be no number.
  const first = Math.trunc(at / 2);
  return Number(kept) * 2 ** first * 2 ** (at - first);
}

export function storeExtended(
  bytes: DataView,
  offset: number,
  value: number | bigint | boolean,
): void {
  double.setFloat64(0, Number(value));
  const [low, high] = [double.getUint32(4), double.getUint32(0)];
  const sign = (high >>> 16) & 0x8000;
  const exponent = (high >>> 20) & 0x7ff;
  if (exponent === 0) {
    storeSmall(bytes, offset, sign);
    return;
  }
  bytes.setUint32(offset, low << 11, true);
  bytes.setUint32(offset + 4, 0x8000_0000 | (high << 11) | (low >>> 21), true);
  const head = exponent === 0x7ff ? SPECIAL : exponent - 1023 + BIAS;
  bytes.setUint16(offset + 8, sign | head, true);
}

/** Zero, or a subnormal double. */
function storeSmall(bytes: DataView, offset: number, sign: number): void {
  if (double.getFloat64(0) === 0) {
    bytes.setUint32(offset, 0);
    bytes.setUint32(offset + 4, 0);
    bytes.setUint16(offset + 8, sign, true);
    return;
  }
  const mantissa = double.getBigUint64(0) & ((1n << 52n) - 1n);
  const leading = 64 - mantissa.toString(2).length;
  bytes.setBigUint64(offset, mantissa << BigInt(leading), true);
  const head = -1074 + 63 - leading + BIAS;
  bytes.setUint16(offset + 8, sign | head, true);
}
