// What a cache can do, wherever it is. Neither can fail: what cannot be kept is made again the next time, and what is
// damaged is not there.
import type { Digest } from './digest.ts';

/** Bytes by their content. */
export interface Store {
  /** Verified: the digest of what is returned is `digest`. undefined where there is nothing whole. */
  get(digest: Digest): Uint8Array | undefined;
  /** Keeps a copy if it can; a damaged one is mended. */
  put(bytes: Uint8Array): Digest;
}

/** Named outputs of an action. Names are plain: no folders. */
export type Outputs = ReadonlyMap<string, Uint8Array>;

/** Outputs by the key of what they are made from (`keyOf`). The key must name everything that they depend on. */
export interface ActionCache {
  /** All outputs, verified, or undefined. */
  get(key: Digest): Outputs | undefined;
  /** What stood there for `key` is replaced. */
  put(key: Digest, outputs: Outputs): void;
}

/** A cache as a whole: the actions' outputs are in the store. */
export interface Cache {
  readonly store: Store;
  readonly actions: ActionCache;
}
