// The hash objects: what they have in common, and the buffer of what is no whole block yet.
import { bytesOf, type Data } from './app_data.ts';

export abstract class Hash {
  /** As `new` takes it. */
  abstract readonly name: string;
  /** Bytes of a digest. */
  abstract readonly digest_size: number;
  /** Bytes that are taken in at a time. */
  abstract readonly block_size: number;

  /** Takes more data in. */
  abstract update(data: Data): this;
  /** The digest of all data so far, as bytes; more may follow. */
  abstract digest(): Uint8Array;
  /** Another object in the same state. */
  abstract copy(): Hash;

  /** The digest in hexadecimal digits. */
  hexdigest(): string {
    return hex(this.digest());
  }
}

export const hex = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');

export type TakeBlocks = (data: Uint8Array, from: number, count: number) => void;

/** Cuts data into blocks. `keepsLast`: a block that may be the last one is kept, though it is whole. */
export class BlockBuffer {
  readonly block: Uint8Array;
  filled = 0;
  readonly #keepsLast: boolean;

  constructor(size: number, keepsLast: boolean) {
    this.block = new Uint8Array(size);
    this.#keepsLast = keepsLast;
  }

  copy(): BlockBuffer {
    const other = new BlockBuffer(this.block.length, this.#keepsLast);
    other.block.set(this.block);
    other.filled = this.filled;
    return other;
  }

  feed(data: Data, take: TakeBlocks): number {
    const bytes = bytesOf(data, 'update');
    const size = this.block.length;
    const spare = this.#keepsLast ? 1 : 0;
    let at = 0;
    if (this.filled + bytes.length >= size + spare) {
      if (this.filled > 0) {
        at = size - this.filled;
        this.block.set(at === bytes.length ? bytes : bytes.subarray(0, at), this.filled);
        take(this.block, 0, 1);
        this.filled = 0;
      }
      const count = Math.floor((bytes.length - at - spare) / size);
      if (count > 0) take(bytes, at, count);
      at += Math.max(0, count) * size;
    }
    this.block.set(at === 0 ? bytes : bytes.subarray(at), this.filled);
    this.filled += bytes.length - at;
    return bytes.length;
  }
}
