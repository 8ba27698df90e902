'use mixmod';
export function f(b: ArrayBuffer): void {
  const v = new DataView(b);
  v.setUint16(0, 0x1234);
  v.setUint16(2, 0x1234, true);
  v.setInt8(4, 200);
  v.setFloat32(5, 0.5);
  v.setBigUint64(9, 0x0102030405060708n, true);
}
// b = new ArrayBuffer(17) → ArrayBuffer { [Uint8Contents]: <00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00>, byteLength: 17 }
// f(b) → undefined
// new Uint8Array(b) → Uint8Array(17) [ 18, 52, 52, 18, 200, 63, 0, 0, 0, 8, 7, 6, 5, 4, 3, 2, 1 ]
