// x86's 80-bit floats (`long double`) in memory → numbers, rounded to nearest, and back, exactly. Little-endian: 64 bits with an explicit
// leading one, then 15 bits of exponent and the sign.
const BIAS = 16383;
const LEADING = 1n << 63n;
const SPECIAL = 0x7fff;

export function loadExtended(bytes: DataView, offset: number): number {
  const fraction = bytes.getBigUint64(offset, true);
  const high = bytes.getUint16(offset + 8, true);
  const sign = high & 0x8000 ? -1 : 1;
  const exponent = high & SPECIAL;
  if (exponent === SPECIAL) return fraction === LEADING ? sign * Infinity : NaN;
  return sign * scaled(fraction, exponent - BIAS - 63);
}

/** fraction * 2 ** power, rounded once. */
function scaled(fraction: bigint, power: number): number {
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
  const number = Number(value);
  const sign = number < 0 || Object.is(number, -0) ? 0x8000 : 0;
  const [fraction, exponent] = parts(Math.abs(number));
  bytes.setBigUint64(offset, fraction, true);
  bytes.setUint16(offset + 8, sign | exponent, true);
}

function parts(value: number): readonly [fraction: bigint, exponent: number] {
  if (value === 0) return [0n, 0];
  if (!Number.isFinite(value))
    return [Number.isNaN(value) ? LEADING | (1n << 62n) : LEADING, SPECIAL];
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  const bits = view.getBigUint64(0);
  const exponent = Number(bits >> 52n);
  const mantissa = bits & ((1n << 52n) - 1n);
  if (exponent > 0) return [LEADING | (mantissa << 11n), exponent - 1023 + BIAS];
  const leading = 64 - mantissa.toString(2).length;
  return [mantissa << BigInt(leading), -1074 + 63 - leading + BIAS];
}
