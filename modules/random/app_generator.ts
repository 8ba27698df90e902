// The Mersenne Twister as an object: words, doubles, integers of any number of bits, bytes, and its state. Compiled code
// makes 624 words at a time; what is taken of them is taken here.
import { countArgument, kindOf } from './app_arguments.ts';
import { seedKey, type Seed } from './app_seed.ts';
import { init_by_array, next_block, temper } from './interp_mersenne.ts';

export type { Seed };

/** CPython's: the version, 624 words and how many of them are used up, and what `gauss` keeps for its next call. */
export type RandomState = readonly [3, readonly number[], number | null];

const N = 624;
const TWO_32 = 2 ** 32;

export class Generator {
  readonly #state = new Uint32Array(N);
  readonly #words = new Uint32Array(N);
  #used = N;
  /** `gauss` makes two values at a time. */
  protected gaussNext: number | null = null;

  constructor(seed?: Seed) {
    this.seed(seed);
  }

  /** Starts anew. Equal seeds give equal numbers; without one the operating system gives it. */
  seed(seed?: Seed): void {
    init_by_array(this.#state, seedKey(seed));
    this.#used = N;
    this.gaussNext = null;
  }

  getstate(): RandomState {
    return [3, [...this.#state, this.#used], this.gaussNext];
  }

  /** Takes what `getstate` has given, also CPython's. */
  setstate(state: RandomState): void {
    const [version, words, gaussNext] = checkedState(state);
    if (version !== 3) throw new RangeError(`setstate: state must be of version 3, not ${version}`);
    this.#state.set(words.slice(0, N));
    this.#used = words[N] ?? N;
    this.gaussNext = gaussNext;
    temper(this.#state, this.#words);
  }

  /** A number in [0, 1) of 53 bits. */
  random(): number {
    const high = this.#word() >>> 5;
    return (high * 0x4000000 + (this.#word() >>> 6)) / 0x20000000000000;
  }

  /** An integer of `k` random bits: a number up to 53 bits, a bigint beyond. */
  getrandbits(k: number): number | bigint {
    const bits = countArgument(k, 'getrandbits', 'k', 0);
    if (bits > MOST_BITS)
      throw new RangeError(`getrandbits: k must be at most ${MOST_BITS}, not ${bits}`);
    return bits <= 53 ? this.smallBits(bits) : this.bigBits(bits);
  }

  /** `n` random bytes. */
  randbytes(n: number): Uint8Array {
    const count = countArgument(n, 'randbytes', 'n', 0);
    if (8 * count > MOST_BITS)
      throw new RangeError(`randbytes: n must be at most ${MOST_BITS / 8}, not ${count}`);
    const bytes = new Uint8Array(count);
    const view = new DataView(bytes.buffer);
    let at = 0;
    for (; at + 4 <= count; at += 4) view.setUint32(at, this.#word(), true);
    if (at < count) {
      const word = this.#word() >>> (32 - 8 * (count - at));
      for (let i = 0; at + i < count; i++) bytes[at + i] = word >>> (8 * i);
    }
    return bytes;
  }

  protected smallBits(bits: number): number {
    if (bits === 0) return 0;
    if (bits <= 32) return this.#word() >>> (32 - bits);
    const low = this.#word();
    return (this.#word() >>> (64 - bits)) * TWO_32 + low;
  }

  protected bigBits(bits: number): bigint {
    const digits: string[] = [];
    for (let left = bits; left > 0; left -= 32) {
      const word = left < 32 ? this.#word() >>> (32 - left) : this.#word();
      digits.push(word.toString(16).padStart(8, '0'));
    }
    return BigInt(`0x${digits.reverse().join('')}`);
  }

  #word(): number {
    if (this.#used === N) {
      next_block(this.#state, this.#words);
      this.#used = 0;
    }
    return this.#words[this.#used++] ?? 0;
  }
}

/** V8's bigints have no more. */
const MOST_BITS = 1 << 30;

function checkedState(state: unknown): readonly [unknown, readonly number[], number | null] {
  const [version, words, gaussNext] = Array.isArray(state) ? (state as unknown[]) : [];
  const isWord = (value: unknown): boolean => value === Number(value) >>> 0;
  if (!Array.isArray(words) || words.length !== N + 1 || !words.every(isWord) || words[N] > N)
    throw new TypeError(
      `setstate: state must be what getstate gives, not another ${kindOf(state)}`,
    );
  if (gaussNext !== null && typeof gaussNext !== 'number')
    throw new TypeError(`setstate: state[2] must be a number or null, not ${kindOf(gaussNext)}`);
  return [version, words as number[], gaussNext];
}
