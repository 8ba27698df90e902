'use mixmod';
// Node's Buffers are Uint8Arrays that share their memory; what comes back is a Uint8Array.
export function filled(data: Uint8Array, byte: number): void { data.fill(byte); }
export function same(data: Uint8Array): Uint8Array { return data; }
export function text(data: Uint8Array): string { let all = ''; for (const byte of data) all += String.fromCharCode(byte); return all; }
export function offset(data: Uint8Array): number { return data.byteOffset; }
export function made(length: number): Uint8Array { const data = new Uint8Array(length); for (let i = 0; i < length; i++) data[i] = i; return data; }
export function inRecord(r: { data: Uint8Array }): { data: Uint8Array; length: number } { return { data: r.data, length: r.data.length }; }
// b = Buffer.from('abcdef'), text(b) → 'abcdef'
// (filled(b.subarray(1, 3), 120), b.toString()) → 'axxdef'
// r = same(b), [Buffer.isBuffer(r), r instanceof Uint8Array, r.buffer === b.buffer, r.byteOffset === b.byteOffset] → [ false, true, true, true ]
// pooled = Buffer.from('xyz'), offset(pooled) === pooled.byteOffset → true
// text(Buffer.concat([Buffer.from('a'), Buffer.from('b')])) → 'ab'
// text(Buffer.alloc(0)) → ''
// Buffer.from(made(3).buffer).toString('hex') → '000102'
// made(1 << 17).length → 131072
// text(new Uint8Array(b.buffer, b.byteOffset, 2)) → 'ax'
// inRecord({ data: b }).data.buffer === b.buffer → true
// inRecord({ data: Buffer.from('q') }).length → 1
