// Uniform integers below a bound, by rejection: from bits, or from `random` where a subclass has only that.
import { Generator } from './app_generator.ts';

const TWO_53 = 2 ** 53;

/** `words`: no subclass has another `getrandbits`. */
type Source = 'words' | 'getrandbits' | 'random';

export class UniformIntegers extends Generator {
  #source: Source | null = null;

  /** An integer in [0, n), n at least 1 and a safe integer. */
  protected below(n: number): number {
    const source = (this.#source ??= sourceOf(this));
    if (source === 'random') return this.#belowByRandom(n);
    const bits = n < 2 ** 32 ? 32 - Math.clz32(n) : 64 - Math.clz32(n / 2 ** 32);
    for (;;) {
      const value = source === 'words' ? this.smallBits(bits) : Number(this.getrandbits(bits));
      if (value < n) return value;
    }
  }

  /** The same for any number of bits. */
  protected belowBig(n: bigint): bigint {
    if ((this.#source ??= sourceOf(this)) === 'random')
      throw new RangeError(`random gives 53 bits, too few for a range of ${n}: add getrandbits`);
    const bits = n.toString(2).length;
    let value = BigInt(this.getrandbits(bits));
    while (value >= n) value = BigInt(this.getrandbits(bits));
    return value;
  }

  #belowByRandom(n: number): number {
    const rest = TWO_53 % n;
    const limit = (TWO_53 - rest) / TWO_53;
    let value = this.random();
    while (value >= limit) value = this.random();
    return Math.floor(value * TWO_53) % n;
  }
}

/** Of the subclasses, the one nearest to the object that has one of the two methods decides. */
function sourceOf(generator: Generator): Source {
  let at: unknown = generator;
  for (; at instanceof Object && at !== Generator.prototype; at = Object.getPrototypeOf(at)) {
    if (Object.hasOwn(at, 'getrandbits')) return 'getrandbits';
    if (Object.hasOwn(at, 'random')) return 'random';
  }
  return 'words';
}
