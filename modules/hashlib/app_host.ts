// Hashes that the host has, by its OpenSSL, which is written in assembly for each processor. A short message is kept until
// a digest is wanted, as one call of the host is faster than an object of it.
import * as crypto from 'node:crypto';
import { bytesOf, type Data } from './app_data.ts';
import { Hash } from './app_hash.ts';
import { started } from './app_merkle.ts';

/** Bytes that are kept: of a first piece, which is copied once, and of several together. */
const FIRST = 4096;
const SEVERAL = 256;

type OneCall = (name: string, data: Uint8Array, encoding: 'hex' | 'buffer') => string | Buffer;
/** New in Node 20.12. */
const oneCall = Reflect.get(crypto, 'hash') as OneCall | undefined;

interface HostAlgorithm {
  readonly name: string;
  readonly hostName: string;
  readonly digestSize: number;
  readonly blockSize: number;
}

class HostHash extends Hash {
  readonly #algorithm: HostAlgorithm;
  /** The message so far; null once it is long. */
  #short: Uint8Array | null = EMPTY;
  #hash: crypto.Hash | null = null;

  constructor(algorithm: HostAlgorithm) {
    super();
    this.#algorithm = algorithm;
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
    const bytes = bytesOf(data, 'update');
    const short = this.#short;
    const most = short?.length === 0 ? FIRST : SEVERAL;
    if (short && short.length + bytes.length <= most) this.#short = joined(short, bytes);
    else {
      this.#hash ??= crypto.createHash(this.#algorithm.hostName);
      if (short && short.length > 0) this.#hash.update(short);
      this.#short = null;
      this.#hash.update(bytes);
    }
    return this;
  }

  digest(): Uint8Array {
    const { hostName } = this.#algorithm;
    if (this.#short && oneCall)
      return new Uint8Array(oneCall(hostName, this.#short, 'buffer') as Buffer);
    return new Uint8Array(this.#finished().digest());
  }

  override hexdigest(): string {
    if (this.#short && oneCall)
      return oneCall(this.#algorithm.hostName, this.#short, 'hex') as string;
    return this.#finished().digest('hex');
  }

  /** The host's object ends with its digest; ours goes on. */
  #finished(): crypto.Hash {
    if (this.#hash) return this.#hash.copy();
    return crypto.createHash(this.#algorithm.hostName).update(this.#short ?? EMPTY);
  }

  copy(): HostHash {
    const other = new HostHash(this.#algorithm);
    other.#short = this.#short;
    other.#hash = this.#hash?.copy() ?? null;
    return other;
  }
}

const EMPTY = new Uint8Array();

/** Always another array: what is kept is never changed. */
function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (second.length === 0) return first;
  const all = new Uint8Array(first.length + second.length);
  all.set(first);
  all.set(second, first.length);
  return all;
}

/** The host's hash where it has one, else ours, which is compiled and needs nothing. */
export function hostOr(own: (data?: Data) => Hash, hostName: string): (data?: Data) => Hash {
  const { name, digest_size: digestSize, block_size: blockSize } = own();
  const algorithm = { name, hostName, digestSize, blockSize };
  let isHosted: boolean | null = null;
  return (data) => {
    isHosted ??= hostHas(hostName, digestSize);
    return isHosted ? started<Hash>(new HostHash(algorithm), data) : own(data);
  };
}

/** A host may know a name and still refuse it (FIPS). */
function hostHas(hostName: string, digestSize: number): boolean {
  try {
    const hash = crypto.createHash(hostName);
    return hash.copy().digest().length === digestSize;
  } catch {
    return false;
  }
}
