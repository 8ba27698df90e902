// The names of the module.
export { blake2b, blake2s } from './app_blake2.ts';
export type { Blake2Options } from './app_blake2.ts';
export type { Data } from './app_data.ts';
export type { Hash } from './app_hash.ts';
export {
  md5,
  sha1,
  sha224,
  sha256,
  sha384,
  sha512,
  sha512_224,
  sha512_256,
  sha3_224,
  sha3_256,
  sha3_384,
  sha3_512,
} from './app_fixed.ts';
export { shake_128, shake_256 } from './app_keccak.ts';
export type { Shake } from './app_keccak.ts';
export { pbkdf2_hmac, scrypt } from './app_keys.ts';
export type { ScryptOptions } from './app_keys.ts';
export { algorithms_available, algorithms_guaranteed, file_digest, new } from './app_new.ts';
