// BLAKE2b and BLAKE2s (RFC 7693) with all of their parameters.
import { bytesOf, integerOf, kindOf, type Data } from './app_data.ts';
import { BlockBuffer, Hash } from './app_hash.ts';
import { hostOr } from './app_host.ts';
import { SHA256_INITIAL, SHA512_INITIAL, started } from './app_merkle.ts';
import { blake2b_blocks } from './interp_blake2b.ts';
import { blake2s_blocks } from './interp_blake2s.ts';

export interface Blake2Options {
  /** Bytes of the digest: 64 of blake2b, 32 of blake2s if not given. */
  readonly digest_size?: number;
  /** Makes a message authentication code. At most 64 and 32 bytes. */
  readonly key?: Data;
  /** At most 16 and 8 bytes, as `person`. */
  readonly salt?: Data;
  readonly person?: Data;
  // Of trees of hashes:
  readonly fanout?: number;
  readonly depth?: number;
  readonly leaf_size?: number;
  readonly node_offset?: number;
  readonly node_depth?: number;
  readonly inner_size?: number;
  readonly last_node?: boolean;
  /** For other implementations; it changes nothing. */
  readonly usedforsecurity?: boolean;
}

/** Eight words of state, two of the length, two flags of the last block. */
interface Blake2State {
  readonly buffer: ArrayBufferLike;
  slice(): Blake2State;
}

interface Variant {
  readonly name: 'blake2b' | 'blake2s';
  readonly size: 64 | 32;
  readonly blockSize: 128 | 64;
  readonly mostOffset: number;
  /** Of the parameters' bytes: the first state. */
  readonly begin: (parameters: Uint8Array) => Blake2State;
  readonly blocks: (
    state: Blake2State,
    data: Uint8Array,
    from: number,
    count: number,
    size: number,
  ) => void;
  readonly setLast: (state: Blake2State, isLastNode: boolean) => void;
}

const BLAKE2B: Variant = {
  name: 'blake2b',
  size: 64,
  blockSize: 128,
  mostOffset: Number.MAX_SAFE_INTEGER,
  begin(parameters) {
    const words = new BigUint64Array(parameters.buffer);
    return BigUint64Array.from([
      ...SHA512_INITIAL.map((word, i) => word ^ (words[i] ?? 0n)),
      0n,
      0n,
      0n,
      0n,
    ]);
  },
  blocks: (state, data, from, count, size) =>
    blake2b_blocks(state as BigUint64Array, data, from, count, size),
  setLast(state, isLastNode) {
    (state as BigUint64Array).set([2n ** 64n - 1n, isLastNode ? 2n ** 64n - 1n : 0n], 10);
  },
};

const BLAKE2S: Variant = {
  name: 'blake2s',
  size: 32,
  blockSize: 64,
  mostOffset: 2 ** 48 - 1,
  begin(parameters) {
    const words = new Uint32Array(parameters.buffer);
    return Uint32Array.from([
      ...SHA256_INITIAL.map((word, i) => word ^ (words[i] ?? 0)),
      0,
      0,
      0,
      0,
    ]);
  },
  blocks: (state, data, from, count, size) =>
    blake2s_blocks(state as Uint32Array, data, from, count, size),
  setLast(state, isLastNode) {
    (state as Uint32Array).set([0xffffffff, isLastNode ? 0xffffffff : 0], 10);
  },
};

class Blake2 extends Hash {
  readonly digest_size: number;
  readonly #variant: Variant;
  readonly #state: Blake2State;
  readonly #buffer: BlockBuffer;
  readonly #isLastNode: boolean;

  constructor(
    variant: Variant,
    state: Blake2State,
    buffer: BlockBuffer,
    size: number,
    isLastNode: boolean,
  ) {
    super();
    this.#variant = variant;
    this.#state = state;
    this.#buffer = buffer;
    this.digest_size = size;
    this.#isLastNode = isLastNode;
  }

  get name(): string {
    return this.#variant.name;
  }
  get block_size(): number {
    return this.#variant.blockSize;
  }

  update(data: Data): this {
    const { blocks, blockSize } = this.#variant;
    this.#buffer.feed(data, (bytes, from, count) =>
      blocks(this.#state, bytes, from, count, blockSize),
    );
    return this;
  }

  digest(): Uint8Array {
    const state = this.#state.slice();
    const { block, filled } = this.#buffer;
    const last = block.slice();
    last.fill(0, filled);
    this.#variant.setLast(state, this.#isLastNode);
    this.#variant.blocks(state, last, 0, 1, filled);
    return new Uint8Array(state.buffer).slice(0, this.digest_size);
  }

  copy(): Blake2 {
    const [state, buffer] = [this.#state.slice(), this.#buffer.copy()];
    return new Blake2(this.#variant, state, buffer, this.digest_size, this.#isLastNode);
  }
}

const OPTIONS: ReadonlySet<string> = new Set([
  'digest_size',
  'key',
  'salt',
  'person',
  'fanout',
  'depth',
  'leaf_size',
  'node_offset',
  'node_depth',
  'inner_size',
  'last_node',
  'usedforsecurity',
]);

const plainBlake2b = hostOr((data) => make(BLAKE2B, data), 'blake2b512');
const plainBlake2s = hostOr((data) => make(BLAKE2S, data), 'blake2s256');

/** By the host where no parameter is given, of which it knows none. */
export const blake2b = (data?: Data, options?: Blake2Options): Hash =>
  options === undefined ? plainBlake2b(data) : make(BLAKE2B, data, options);
export const blake2s = (data?: Data, options?: Blake2Options): Hash =>
  options === undefined ? plainBlake2s(data) : make(BLAKE2S, data, options);

function make(variant: Variant, data: Data | undefined, options: Blake2Options = {}): Hash {
  const { name, size, blockSize, begin } = variant;
  if (typeof options !== 'object' || options === null)
    throw new TypeError(`${name}: options must be an object, not ${kindOf(options)}`);
  const unknown = Object.keys(options).find((one) => !OPTIONS.has(one));
  if (unknown !== undefined) throw new TypeError(`${name}: there is no option ${unknown}`);
  const digestSize = integerOf(options.digest_size ?? size, 1, size, name, 'digest_size');
  const key = sized(options.key, size, name, 'key');
  const parameters = parameterBlock(variant, digestSize, key.length, options);
  const buffer = new BlockBuffer(blockSize, true);
  const hash = new Blake2(
    variant,
    begin(parameters),
    buffer,
    digestSize,
    options.last_node ?? false,
  );
  if (key.length > 0) {
    const block = new Uint8Array(blockSize);
    block.set(key);
    hash.update(block);
  }
  return started(hash, data);
}

function parameterBlock(
  { name, size, mostOffset }: Variant,
  digestSize: number,
  keySize: number,
  options: Blake2Options,
): Uint8Array {
  const {
    fanout = 1,
    depth = 1,
    leaf_size = 0,
    node_offset = 0,
    node_depth = 0,
    inner_size = 0,
  } = options;
  const isLarge = size === 64;
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  bytes[0] = digestSize;
  bytes[1] = keySize;
  bytes[2] = integerOf(fanout, 0, 255, name, 'fanout');
  bytes[3] = integerOf(depth, 1, 255, name, 'depth');
  view.setUint32(4, integerOf(leaf_size, 0, 2 ** 32 - 1, name, 'leaf_size'), true);
  const offset = integerOf(node_offset, 0, mostOffset, name, 'node_offset');
  view.setUint32(8, offset % 2 ** 32, true);
  if (isLarge) view.setUint32(12, Math.floor(offset / 2 ** 32), true);
  else view.setUint16(12, Math.floor(offset / 2 ** 32), true);
  bytes[isLarge ? 16 : 14] = integerOf(node_depth, 0, 255, name, 'node_depth');
  bytes[isLarge ? 17 : 15] = integerOf(inner_size, 0, size, name, 'inner_size');
  bytes.set(sized(options.salt, size / 4, name, 'salt'), size / 2);
  bytes.set(sized(options.person, size / 4, name, 'person'), (3 * size) / 4);
  return bytes;
}

function sized(data: Data | undefined, most: number, where: string, argument: string): Uint8Array {
  const bytes = data === undefined ? new Uint8Array() : bytesOf(data, where, argument);
  if (bytes.length <= most) return bytes;
  throw new RangeError(
    `${where}: ${argument} must have at most ${most} bytes, not ${bytes.length}`,
  );
}
