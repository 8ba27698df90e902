// `hashlib`, beside node:crypto.
import { createHash } from 'node:crypto';
import { builtin, type Task } from './peers.ts';

interface Hashlib {
  new: (name: string, data: Uint8Array) => { hexdigest(): string };
}

const HASHES: readonly (readonly [ours: string, theirs: string])[] = [
  ['md5', 'md5'],
  ['sha1', 'sha1'],
  ['sha256', 'sha256'],
  ['sha512', 'sha512'],
  ['sha3_256', 'sha3-256'],
  ['blake2b', 'blake2b512'],
  ['blake2s', 'blake2s256'],
];
const SIZES = [16, 1024, 65_536];

export async function hashlibTasks(): Promise<readonly Task[]> {
  const hashlib = (await builtin('hashlib')) as Hashlib;
  return HASHES.flatMap(([ours, theirs]) =>
    SIZES.map((size) => {
      const data = new Uint8Array(size).fill(97);
      return {
        what: `${ours} of ${size} bytes`,
        times: 1,
        contestants: {
          mixmod: () => hashlib.new(ours, data).hexdigest(),
          'node:crypto': () => createHash(theirs).update(data).digest('hex'),
        },
      };
    }),
  );
}
