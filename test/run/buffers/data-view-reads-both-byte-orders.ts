'use mixmod';
import { i64, u64 } from 'mixmod';
export function f(b: ArrayBuffer, little: boolean): number {
  const v = new DataView(b);
  return v.getUint16(0, little) + v.getInt32(2, little) * 0.5 + v.getUint8(6) + v.getInt8(7);
}
export function big(b: ArrayBuffer): u64 { return new DataView(b).getBigUint64(0); }
export function little(b: ArrayBuffer): i64 { return new DataView(b).getBigInt64(0, true); }
// b = new Uint8Array([1, 2, 3, 4, 5, 6, 200, 200]).buffer → ArrayBuffer { [Uint8Contents]: <01 02 03 04 05 06 c8 c8>, byteLength: 8 }
// f(b, false) → 25297941
// f(b, true) → 50496658.5
// big(b) → 72623859790432456n
// little(b) → -3978923652169924095n
