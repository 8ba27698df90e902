// Class SystemRandom: the operating system's generator, which has no state that anybody could know or set.
import { randomBytes } from 'node:crypto';
import { countArgument } from './app_arguments.ts';
import type { RandomState } from './app_generator.ts';
import { Random } from './app_random.ts';

export class SystemRandom extends Random {
  override random(): number {
    return Number(randomBytes(8).readBigUInt64LE() >> 11n) / 2 ** 53;
  }

  override getrandbits(k: number): number | bigint {
    const bits = countArgument(k, 'getrandbits', 'k', 0);
    const bytes = Math.ceil(bits / 8);
    if (bits === 0) return 0;
    const value = BigInt(`0x${randomBytes(bytes).toString('hex')}`) >> BigInt(8 * bytes - bits);
    return bits <= 53 ? Number(value) : value;
  }

  override randbytes(n: number): Uint8Array {
    return new Uint8Array(randomBytes(countArgument(n, 'randbytes', 'n', 0)));
  }

  /** Does nothing: there is no seed. */
  override seed(): void {}

  /** Throws an Error, as `setstate` does. */
  override getstate(): RandomState {
    throw new Error('getstate: the generator of the operating system has no state');
  }

  override setstate(): void {
    throw new Error('setstate: the generator of the operating system has no state');
  }
}
