'use mixmod';
import { f32, u32, u64 } from 'mixmod';
export function bits(x: number): u64 { const v = new DataView(new ArrayBuffer(8)); v.setFloat64(0, x); return v.getBigUint64(0); }
export function single(x: f32): u32 { const v = new DataView(new ArrayBuffer(4)); v.setFloat32(0, x, true); return u32(v.getUint32(0, true)); }
export function back(x: u64): number { const v = new DataView(new ArrayBuffer(8)); v.setBigUint64(0, x); return v.getFloat64(0); }
// bits(1) → 4607182418800017408n
// bits(-0) → 9223372036854775808n
// single(-2) → 3221225472
// back(4614253070214989087n) → 3.14
