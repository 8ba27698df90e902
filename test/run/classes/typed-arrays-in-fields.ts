'use mixmod';
// Views on ArrayBuffers in objects that outlive the call from the host.
class Reader {
  readonly data: Uint8Array;
  position = 0;
  constructor(data: Uint8Array) {
    this.data = data;
  }
  next(): number {
    return this.position < this.data.length ? this.data[this.position++] : -1;
  }
}
let kept: Reader | null = null;
const all: (Float64Array | null)[] = [];
export function keep(data: Uint8Array): void {
  kept = new Reader(data.subarray(1));
}
export function next(): number {
  const reader = kept;
  return reader === null ? -2 : reader.next();
}
export function store(value: number): number {
  const numbers = new Float64Array(3);
  numbers[1] = value;
  all.push(numbers);
  all.push(null);
  let total = 0;
  for (const one of all) if (one !== null) total += one[1] + one.length;
  return total;
}
export function view(): DataView {
  return new DataView(new Holder().buffer, 2);
}
class Holder {
  buffer = new ArrayBuffer(8);
  view: DataView | undefined = undefined;
}
export function many(n: number): number {
  let total = 0;
  for (let i = 0; i < n; i++) {
    const holder = new Holder();
    holder.view = new DataView(holder.buffer);
    holder.view.setUint8(3, i);
    total += new Uint8Array(holder.buffer)[3];
  }
  return total;
}
// next() → -2
// keep(new Uint8Array([9, 7, 5])) → undefined
// next() → 7
// next() → 5
// next() → -1
// store(0.5) → 3.5
// store(2) → 8.5
// view().byteLength → 6
// many(256) → 32640
