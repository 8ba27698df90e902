// The two kinds of fields that the messages of remote caches are made of, as protobuf writes them: a varint, or bytes
// after their length. https://protobuf.dev/programming-guides/encoding/
const VARINT = 0;
const FIXED64 = 1;
const BYTES = 2;
const FIXED32 = 5;

export interface Field {
  readonly number: number;
  /** Of a varint its value; fixed numbers are passed over. */
  readonly value: number | Uint8Array;
}

/** `value`: a safe integer, not negative. */
export const varintField = (number: number, value: number): Uint8Array =>
  Buffer.concat([varint(number * 8 + VARINT), varint(value)]);

export function bytesField(number: number, value: string | Uint8Array): Uint8Array {
  const bytes = typeof value === 'string' ? Buffer.from(value) : value;
  return Buffer.concat([varint(number * 8 + BYTES), varint(bytes.length), bytes]);
}

function varint(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 0x7f; rest = Math.floor(rest / 0x80)) bytes.push((rest % 0x80) | 0x80);
  bytes.push(rest);
  return Uint8Array.from(bytes);
}

/** null where the bytes are no message. */
export function readFields(bytes: Uint8Array): readonly Field[] | null {
  const fields: Field[] = [];
  const at = { offset: 0 };
  while (at.offset < bytes.length) {
    const tag = readVarint(bytes, at);
    if (tag === null || tag < 8) return null;
    const value = readValue(bytes, at, tag % 8);
    if (value === null) return null;
    fields.push({ number: Math.floor(tag / 8), value });
  }
  return fields;
}

interface Reader {
  offset: number;
}

function readValue(bytes: Uint8Array, at: Reader, wireType: number): number | Uint8Array | null {
  if (wireType === VARINT) return readVarint(bytes, at);
  const length =
    wireType === BYTES
      ? readVarint(bytes, at)
      : wireType === FIXED64
        ? 8
        : wireType === FIXED32
          ? 4
          : null;
  if (length === null || length > bytes.length - at.offset) return null;
  const value = bytes.subarray(at.offset, at.offset + length);
  at.offset += length;
  return value;
}

/** null where it does not end, or is no safe integer: no field of ours is. */
function readVarint(bytes: Uint8Array, at: Reader): number | null {
  let value = 0;
  for (let scale = 1; scale <= 2 ** 49; scale *= 0x80) {
    const byte = bytes[at.offset++];
    if (byte === undefined) return null;
    value += (byte & 0x7f) * scale;
    if (byte < 0x80) return Number.isSafeInteger(value) ? value : null;
  }
  return null;
}
