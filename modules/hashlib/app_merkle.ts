// MD5, SHA-1 and SHA-2: a state, blocks, and the length of all behind the data.
import type { Data } from './app_data.ts';
import { BlockBuffer, Hash } from './app_hash.ts';
import { md5_blocks } from './interp_md5.ts';
import { sha1_blocks } from './interp_sha1.ts';
import { sha256_blocks } from './interp_sha256.ts';
import { sha512_blocks } from './interp_sha512.ts';

interface Words {
  readonly length: number;
  readonly buffer: ArrayBufferLike;
  slice(): this;
}

interface Algorithm<S extends Words> {
  readonly name: string;
  readonly digestSize: number;
  readonly blockSize: 64 | 128;
  readonly wordSize: 4 | 8;
  readonly littleEndian: boolean;
  readonly initial: S;
  readonly blocks: (state: S, data: Uint8Array, from: number, count: number) => void;
}

class MerkleHash<S extends Words> extends Hash {
  readonly #algorithm: Algorithm<S>;
  readonly #state: S;
  readonly #buffer: BlockBuffer;
  #length = 0;

  constructor(
    algorithm: Algorithm<S>,
    state = algorithm.initial.slice(),
    buffer = new BlockBuffer(algorithm.blockSize, false),
    length = 0,
  ) {
    super();
    this.#algorithm = algorithm;
    this.#state = state;
    this.#buffer = buffer;
    this.#length = length;
  }

  get name(): string {
    return this.#algorithm.name;
  }
  get digest_size(): number {
    return this.#algorithm.digestSize;
  }
  get block_size(): number {
    return this.#algorithm.blockSize;
  }

  update(data: Data): this {
    const { blocks } = this.#algorithm;
    this.#length += this.#buffer.feed(data, (bytes, from, count) =>
      blocks(this.#state, bytes, from, count),
    );
    return this;
  }

  digest(): Uint8Array {
    const { blockSize, wordSize, littleEndian, blocks, digestSize } = this.#algorithm;
    const { block, filled } = this.#buffer;
    const count = filled + 1 + 2 * wordSize > blockSize ? 2 : 1;
    const tail = new Uint8Array(count * blockSize);
    tail.set(filled === blockSize ? block : block.subarray(0, filled));
    tail[filled] = 0x80;
    const view = new DataView(tail.buffer);
    const [high, low] = [Math.floor(this.#length / 2 ** 29), (this.#length << 3) >>> 0];
    view.setUint32(tail.length - (littleEndian ? 4 : 8), high, littleEndian);
    view.setUint32(tail.length - (littleEndian ? 8 : 4), low, littleEndian);
    const state = this.#state.slice();
    blocks(state, tail, 0, count);
    return this.#bytes(state).subarray(0, digestSize).slice();
  }

  #bytes(state: S): Uint8Array {
    const bytes = Buffer.from(state.buffer);
    if (this.#algorithm.littleEndian) return new Uint8Array(state.buffer);
    return new Uint8Array(this.#algorithm.wordSize === 4 ? bytes.swap32() : bytes.swap64());
  }

  copy(): MerkleHash<S> {
    return new MerkleHash(this.#algorithm, this.#state.slice(), this.#buffer.copy(), this.#length);
  }
}

/** The first state of SHA-256 and SHA-512 (FIPS 180-4, 5.3.3 and 5.3.5), and of BLAKE2s and BLAKE2b. */
export const SHA256_INITIAL: readonly number[] = [
  0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
];
export const SHA512_INITIAL: readonly bigint[] = [
  0x6a09e667f3bcc908n,
  0xbb67ae8584caa73bn,
  0x3c6ef372fe94f82bn,
  0xa54ff53a5f1d36f1n,
  0x510e527fade682d1n,
  0x9b05688c2b3e6c1fn,
  0x1f83d9abfb41bd6bn,
  0x5be0cd19137e2179n,
];

const small = (
  name: string,
  digestSize: number,
  blocks: Algorithm<Uint32Array>['blocks'],
  initial: readonly number[],
  littleEndian = false,
): ((data?: Data) => Hash) => {
  const state = Uint32Array.from(initial);
  const algorithm = {
    name,
    digestSize,
    blockSize: 64,
    wordSize: 4,
    littleEndian,
    initial: state,
    blocks,
  } as const;
  return (data) => started(new MerkleHash<Uint32Array>(algorithm), data);
};

const large = (
  name: string,
  digestSize: number,
  initial: readonly bigint[],
): ((data?: Data) => Hash) => {
  const state = BigUint64Array.from(initial);
  const algorithm = {
    name,
    digestSize,
    blockSize: 128,
    wordSize: 8,
    littleEndian: false,
    initial: state,
    blocks: sha512_blocks,
  } as const;
  return (data) => started(new MerkleHash<BigUint64Array>(algorithm), data);
};

export const started = <H extends Hash>(hash: H, data: Data | undefined): H =>
  data === undefined ? hash : hash.update(data);

export const md5 = small(
  'md5',
  16,
  md5_blocks,
  [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476],
  true,
);
export const sha1 = small(
  'sha1',
  20,
  sha1_blocks,
  [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0],
);
export const sha224 = small(
  'sha224',
  28,
  sha256_blocks,
  [0xc1059ed8, 0x367cd507, 0x3070dd17, 0xf70e5939, 0xffc00b31, 0x68581511, 0x64f98fa7, 0xbefa4fa4],
);
export const sha256 = small('sha256', 32, sha256_blocks, SHA256_INITIAL);
export const sha384 = large('sha384', 48, [
  0xcbbb9d5dc1059ed8n,
  0x629a292a367cd507n,
  0x9159015a3070dd17n,
  0x152fecd8f70e5939n,
  0x67332667ffc00b31n,
  0x8eb44a8768581511n,
  0xdb0c2e0d64f98fa7n,
  0x47b5481dbefa4fa4n,
]);
export const sha512 = large('sha512', 64, SHA512_INITIAL);
export const sha512_224 = large('sha512_224', 28, [
  0x8c3d37c819544da2n,
  0x73e1996689dcd4d6n,
  0x1dfab7ae32ff9c82n,
  0x679dd514582f9fcfn,
  0x0f6d2b697bd44da8n,
  0x77e36f7304c48942n,
  0x3f9d85a86a1d36c8n,
  0x1112e6ad91d692a1n,
]);
export const sha512_256 = large('sha512_256', 32, [
  0x22312194fc2bf72cn,
  0x9f555fa3c84c64c2n,
  0x2393b86b6f53b151n,
  0x963877195940eabdn,
  0x96283ee2a88effe3n,
  0xbe5e1e2553863992n,
  0x2b0199fc2c85b8aan,
  0x0eb72ddc81c52ca2n,
]);
