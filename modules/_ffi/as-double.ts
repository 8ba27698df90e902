// An address → a number with the same bits, so that it is stored in the frame at once.
const bits = new BigUint64Array(1);
const double = new Float64Array(bits.buffer);

export function asDouble(address: number): number {
  bits[0] = BigInt(address);
  return double[0] ?? 0;
}
