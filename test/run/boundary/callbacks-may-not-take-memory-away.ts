'use mixmod';
// Memory that a running call has been given may not be detached or made smaller by what it calls.
let kept = new Uint8Array(0);
export function fill(data: Uint8Array, f: (index: number) => number): number {
  let sum = 0;
  for (let i = 0; i < data.length; i++) { data[i] = f(i); sum += data[i]; }
  return sum;
}
export function keep(data: Uint8Array): void { kept = data; }
export function sum(f: () => void): number {
  f();
  let total = 0;
  for (const byte of kept) total += byte;
  return total;
}
// fill(new Uint8Array(4), (i) => i * 2) → 12
// a = new Uint8Array(4), fill(a, (i) => { if (i === 2) structuredClone(a.buffer, { transfer: [a.buffer] }); return 1; }) → RangeError: callback: memory that the program is using has been detached or made smaller
// a.length → 0
// b = new ArrayBuffer(8, { maxByteLength: 16 }), c = new Uint8Array(b, 0, 8), fill(c, (i) => { if (i === 4) b.resize(2); return 1; }) → RangeError: callback: memory that the program is using has been detached or made smaller
// d = new Uint8Array([1, 2, 3]), keep(d), sum(() => {}) → 6
// fill(new Uint8Array(3), (i) => fill(new Uint8Array(2), () => 1)) → 6
