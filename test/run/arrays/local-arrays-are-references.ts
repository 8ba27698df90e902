'use mixmod';
export function f(): number {
  let a = new Uint8Array(2);
  const b = a;
  b[0] = 5;
  const first = a[0];
  a = new Uint8Array(2);
  return first * 10 + a[0];
}
// f() → 50
