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
    return Number(this.unsigned(size));
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
    const start = this.position;
    while (this.number(1) !== 0);
    const end = this.position - 1;
    const bytes = new Uint8Array(this.#view.buffer, this.#view.byteOffset + start, end - start);
    return Buffer.from(bytes).toString('utf8');
  }

  #advance(size: number): number {
    const at = this.position;
    this.position += size;
    return at;
  }
}
