// `long double` of x86-64: 64 bits of mantissa with its leading 1, 15 bits of exponent, a sign; as a number.
const BIAS = 16383;
const double = new DataView(new ArrayBuffer(8));

export function readLongDouble(view: DataView, at: number): number {
  const head = view.getUint16(at + 8, true);
  const mantissa = view.getBigUint64(at, true);
  const sign = head & 0x8000 ? -1 : 1;
  const exponent = head & 0x7fff;
  if (mantissa === 0n) return sign < 0 ? -0 : 0;
  if (exponent === 0x7fff) return mantissa << 1n === 1n << 64n ? sign * Infinity : NaN;
  const power = exponent - BIAS - 63;
  // Numbers too small for a double are scaled in two steps, rounding once.
  return power < -1074
    ? sign * scaleDown(mantissa, -power)
    : sign * (Number(mantissa) * 2 ** Math.max(power, -1022)) * 2 ** Math.min(0, power + 1022);
}

function scaleDown(mantissa: bigint, by: number): number {
  const drop = BigInt(by - 1074);
  const kept = mantissa >> drop;
  const rest = mantissa & ((1n << drop) - 1n);
  const half = 1n << (drop - 1n);
  const up = rest > half || (rest === half && (kept & 1n) === 1n);
  return Number(up ? kept + 1n : kept) * 2 ** -1074;
}

export function writeLongDouble(view: DataView, at: number, value: number): void {
  double.setFloat64(0, value);
  const bits = double.getBigUint64(0);
  const sign = Number(bits >> 63n) << 15;
  const exponent = Number((bits >> 52n) & 0x7ffn);
  let mantissa = (bits & ((1n << 52n) - 1n)) << 11n;
  let head = 0;
  if (exponent === 0x7ff) {
    head = 0x7fff;
    mantissa |= 1n << 63n;
  } else if (exponent > 0) {
    head = exponent - 1023 + BIAS;
    mantissa |= 1n << 63n;
  } else if (mantissa !== 0n) {
    head = 1 - 1023 + BIAS;
    for (; mantissa >> 63n === 0n; head--) mantissa <<= 1n;
  }
  view.setBigUint64(at, mantissa, true);
  view.setUint16(at + 8, sign | head, true);
  view.setUint16(at + 10, 0, true);
  view.setUint32(at + 12, 0, true);
}
