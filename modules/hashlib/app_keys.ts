// Keys from passwords. Both are slow on purpose, and are done where the host does them fastest.
import { pbkdf2Sync, scryptSync } from 'node:crypto';
import { bytesOf, integerOf, type Data } from './app_data.ts';
import { canonicalName, new as newHash } from './app_new.ts';

/** As OpenSSL calls them. */
const HOST_NAMES: Readonly<Record<string, string>> = {
  blake2b: 'blake2b512',
  blake2s: 'blake2s256',
};
const MOST = 2 ** 31 - 1;

/** PBKDF2 with HMAC (RFC 8018); `dklen` is the size of the hash if not given. */
export function pbkdf2_hmac(
  hash_name: string,
  password: Data,
  salt: Data,
  iterations: number,
  dklen: number | null = null,
): Uint8Array {
  const where = 'pbkdf2_hmac';
  const name = canonicalName(hash_name, where);
  if (name.startsWith('shake'))
    throw new RangeError(`${where}: hash_name must be of a hash with a fixed size, not '${name}'`);
  const length = integerOf(dklen ?? newHash(name).digest_size, 1, MOST, where, 'dklen');
  const secret = bytesOf(password, where, 'password');
  const salted = bytesOf(salt, where, 'salt');
  const rounds = integerOf(iterations, 1, MOST, where, 'iterations');
  const hostName = HOST_NAMES[name] ?? name.replace('_', '-');
  return new Uint8Array(pbkdf2Sync(secret, salted, rounds, length, hostName));
}

export interface ScryptOptions {
  readonly salt: Data;
  /** Work: a power of 2. */
  readonly n: number;
  readonly r: number;
  readonly p: number;
  /** Bytes that it may take; 0, or not given, is 32 MiB. */
  readonly maxmem?: number;
  readonly dklen?: number;
}

/** scrypt (RFC 7914). RangeError for parameters that take more memory than allowed. */
export function scrypt(password: Data, options: ScryptOptions): Uint8Array {
  const where = 'scrypt';
  const { salt, n, r, p, maxmem = 0, dklen = 64 } = options;
  const secret = bytesOf(password, where, 'password');
  const salted = bytesOf(salt, where, 'salt');
  const N = integerOf(n, 2, MOST, where, 'n');
  if ((N & (N - 1)) !== 0) throw new RangeError(`${where}: n must be a power of 2, not ${N}`);
  const [size, lanes] = [integerOf(r, 1, MOST, where, 'r'), integerOf(p, 1, MOST, where, 'p')];
  const allowed = integerOf(maxmem, 0, MOST, where, 'maxmem') || 32 * 1024 * 1024;
  const needed = 128 * size * (N + lanes + 2);
  if (needed > allowed)
    throw new RangeError(`${where}: n, r and p take ${needed} bytes, more than maxmem, ${allowed}`);
  const length = integerOf(dklen, 1, MOST, where, 'dklen');
  return new Uint8Array(
    scryptSync(secret, salted, length, { N, r: size, p: lanes, maxmem: allowed + 1024 }),
  );
}
