// Bytes of an object file → numbers and strings, in the order that the file's machine has them.

/** Reads forward from `position`; every read throws RangeError behind the end. */
export class ByteReader {
  position: number;
  readonly #view: DataView;
  readonly #little: boolean;

  constructor(bytes: Uint8Array, little: boolean, position = 0) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#little = little;
    this.position = position;
  }

  get atEnd(): boolean {
    return this.position >= this.#view.byteLength;
  }

  unsigned(size: number): bigint {
    const at = this.#advance(size);
    if (size === 8) return this.#view.getBigUint64(at, this.#little);
    if (size === 4) return BigInt(this.#view.getUint32(at, this.#little));
    if (size === 2) return BigInt(this.#view.getUint16(at, this.#little));
    if (size === 1) return BigInt(this.#view.getUint8(at));
    let value = 0n;
    for (let index = 0; index < size; index++) {
      const byte = BigInt(this.#view.getUint8(this.#little ? at + index : at + size - 1 - index));
      value |= byte << BigInt(8 * index);
    }
    return value;
  }

  number(size: number): number {
    if (size !== 1 && size !== 2 && size !== 4) return Number(this.unsigned(size));
    const at = this.#advance(size);
    if (size === 1) return this.#view.getUint8(at);
    return size === 2
      ? this.#view.getUint16(at, this.#little)
      : this.#view.getUint32(at, this.#little);
  }

  double(): number {
    return this.#view.getFloat64(this.#advance(8), this.#little);
  }

  bytes(size: number): Uint8Array {
    const at = this.#advance(size);
    return new Uint8Array(this.#view.buffer, this.#view.byteOffset + at, size);
  }

  /** LEB128, as DWARF has it. */
  uleb(): bigint {
    // Nearly all are one byte.
    const first = this.#view.getUint8(this.position);
    if (first < 0x80) return BigInt(this.number(1));
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = this.number(1);
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  }

  sleb(): bigint {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = this.number(1);
      value |= BigInt(byte & 0x7f) << shift;
      if (byte >= 0x80) continue;
      return byte & 0x40 ? value - (1n << (shift + 7n)) : value;
    }
  }

  /** Up to a zero byte. */
  string(): string {
    const rest = new Uint8Array(this.#view.buffer, this.#view.byteOffset + this.position);
    const length = rest.indexOf(0);
    return Buffer.from(this.bytes(length + 1).subarray(0, length)).toString('utf8');
  }

  #advance(size: number): number {
    const at = this.position;
    this.position += size;
    return at;
  }
}
