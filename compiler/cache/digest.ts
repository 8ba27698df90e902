// Bytes → the SHA-256 that names them.
import { createHash } from 'node:crypto';

/** 64 lower-case hexadecimal digits. */
export type Digest = string;

export const isDigest = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);

/** Of the bytes alone, as the caches of other build tools name them. */
export const digestOf = (bytes: string | Uint8Array): Digest =>
  createHash('sha256').update(bytes).digest('hex');

/** The name of what is made from `parts`; where a part ends makes a difference. */
export function keyOf(...parts: readonly (string | Uint8Array)[]): Digest {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest('hex');
}
