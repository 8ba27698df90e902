// The hashes of a fixed size, each by the host where it can.
import { hostOr } from './app_host.ts';
import * as sponge from './app_keccak.ts';
import * as merkle from './app_merkle.ts';

export const md5 = hostOr(merkle.md5, 'md5');
export const sha1 = hostOr(merkle.sha1, 'sha1');
export const sha224 = hostOr(merkle.sha224, 'sha224');
export const sha256 = hostOr(merkle.sha256, 'sha256');
export const sha384 = hostOr(merkle.sha384, 'sha384');
export const sha512 = hostOr(merkle.sha512, 'sha512');
export const sha512_224 = hostOr(merkle.sha512_224, 'sha512-224');
export const sha512_256 = hostOr(merkle.sha512_256, 'sha512-256');
export const sha3_224 = hostOr(sponge.sha3_224, 'sha3-224');
export const sha3_256 = hostOr(sponge.sha3_256, 'sha3-256');
export const sha3_384 = hostOr(sponge.sha3_384, 'sha3-384');
export const sha3_512 = hostOr(sponge.sha3_512, 'sha3-512');
