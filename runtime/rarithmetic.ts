// The object `rarithmetic` that programs import: what the machine can and JavaScript's operators do not say. Untranslated.
import { i64, isize, u64 } from './numbers.ts';

const WIDTH = 64;

const view = new DataView(new ArrayBuffer(8));

export const rarithmetic = Object.freeze({
  uint_mul_high: (a: bigint, b: bigint): bigint => (u64(a) * u64(b)) >> BigInt(WIDTH),
  count_leading_zeros(a: bigint): bigint {
    const bits = u64(a);
    return BigInt(bits === 0n ? WIDTH : WIDTH - bits.toString(2).length);
  },
  float2longlong(x: number): bigint {
    view.setFloat64(0, x);
    return view.getBigInt64(0);
  },
  longlong2float(bits: bigint): number {
    view.setBigInt64(0, i64(bits));
    return view.getFloat64(0);
  },
});

/** Without types nothing is known of the operands: the value as it is. */
export const ovfcheck = <T extends number | bigint>(value: T): T => value;

export const intmask = isize;
