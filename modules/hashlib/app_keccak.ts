// SHA-3 and SHAKE (FIPS 202): a sponge.
import { integerOf, type Data } from './app_data.ts';
import { BlockBuffer, Hash, hex } from './app_hash.ts';
import { started } from './app_merkle.ts';
import { keccak, keccak_absorb } from './interp_keccak.ts';

interface Sponge {
  readonly name: string;
  /** Bytes that go in at a time. */
  readonly rate: number;
  readonly suffix: 0x06 | 0x1f;
  readonly digestSize: number;
}

class SpongeState {
  readonly sponge: Sponge;
  readonly #words: BigUint64Array;
  readonly #buffer: BlockBuffer;

  constructor(
    sponge: Sponge,
    words = new BigUint64Array(25),
    buffer = new BlockBuffer(sponge.rate, false),
  ) {
    this.sponge = sponge;
    this.#words = words;
    this.#buffer = buffer;
  }

  feed(data: Data): void {
    const { rate } = this.sponge;
    this.#buffer.feed(data, (bytes, from, count) =>
      keccak_absorb(this.#words, bytes, from, count, rate),
    );
  }

  squeeze(length: number): Uint8Array {
    const { rate, suffix } = this.sponge;
    const { block, filled } = this.#buffer;
    const last = block.slice();
    last.fill(0, filled);
    last[filled] = suffix;
    last[rate - 1] = (last[rate - 1] ?? 0) | 0x80;
    const words = this.#words.slice();
    keccak_absorb(words, last, 0, 1, rate);
    const bytes = new Uint8Array(words.buffer, 0, rate);
    const result = new Uint8Array(length);
    for (let at = 0; at < length; at += rate) {
      if (at > 0) keccak(words);
      result.set(length - at < rate ? bytes.subarray(0, length - at) : bytes, at);
    }
    return result;
  }

  copy(): SpongeState {
    return new SpongeState(this.sponge, this.#words.slice(), this.#buffer.copy());
  }
}

class Sha3 extends Hash {
  readonly #state: SpongeState;

  constructor(state: SpongeState) {
    super();
    this.#state = state;
  }

  get name(): string {
    return this.#state.sponge.name;
  }
  get digest_size(): number {
    return this.#state.sponge.digestSize;
  }
  get block_size(): number {
    return this.#state.sponge.rate;
  }
  update(data: Data): this {
    this.#state.feed(data);
    return this;
  }
  digest(): Uint8Array {
    return this.#state.squeeze(this.digest_size);
  }
  copy(): Sha3 {
    return new Sha3(this.#state.copy());
  }
}

/** Digests of any length. */
export class Shake {
  readonly #state: SpongeState;
  /** There is no fixed one. */
  readonly digest_size = 0;

  constructor(state: SpongeState) {
    this.#state = state;
  }

  get name(): string {
    return this.#state.sponge.name;
  }
  get block_size(): number {
    return this.#state.sponge.rate;
  }
  update(data: Data): this {
    this.#state.feed(data);
    return this;
  }
  /** `length` bytes. */
  digest(length: number): Uint8Array {
    return this.#state.squeeze(integerOf(length, 0, MOST_BYTES, 'digest', 'length'));
  }
  hexdigest(length: number): string {
    return hex(this.#state.squeeze(integerOf(length, 0, MOST_BYTES, 'hexdigest', 'length')));
  }
  copy(): Shake {
    return new Shake(this.#state.copy());
  }
}

/** CPython's limit. */
const MOST_BYTES = 2 ** 29 - 1;

const sha3 = (bits: number): ((data?: Data) => Hash) => {
  const digestSize = bits / 8;
  const sponge = {
    name: `sha3_${bits}`,
    rate: 200 - 2 * digestSize,
    suffix: 0x06,
    digestSize,
  } as const;
  return (data) => started(new Sha3(new SpongeState(sponge)), data);
};

const shake = (bits: number): ((data?: Data) => Shake) => {
  const sponge = {
    name: `shake_${bits}`,
    rate: 200 - bits / 4,
    suffix: 0x1f,
    digestSize: 0,
  } as const;
  return (data) => {
    const hash = new Shake(new SpongeState(sponge));
    return data === undefined ? hash : hash.update(data);
  };
};

export const sha3_224 = sha3(224);
export const sha3_256 = sha3(256);
export const sha3_384 = sha3(384);
export const sha3_512 = sha3(512);
export const shake_128 = shake(128);
export const shake_256 = shake(256);
