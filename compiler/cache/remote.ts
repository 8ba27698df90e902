// A remote cache behind the local one: what is not here is asked for there, verified and kept here; what is made is kept
// in both. Nothing that comes from there is believed: contents must have their digest, records their seal.
import { decodeActionResult, encodeActionResult, type OutputFile } from './action-result.ts';
import { digestOf, type Digest } from './digest.ts';
import type { RemoteClient } from './remote-client.ts';
import type { ActionCache, Cache, Outputs, Store } from './store.ts';

/** Bytes that a record may have, and contents whose size nobody has said. */
const LARGEST_RECORD = 1 << 20;
const LARGEST_CONTENT = 1 << 30;

/** `onFetched` is told of each action that came from there. */
export const withRemote = (local: Cache, client: RemoteClient, onFetched: () => void): Cache => ({
  store: new LayeredStore(local.store, client),
  actions: new LayeredActions(local.actions, client, onFetched),
});

class LayeredStore implements Store {
  readonly #local: Store;
  readonly #client: RemoteClient;

  constructor(local: Store, client: RemoteClient) {
    this.#local = local;
    this.#client = client;
  }

  get(digest: Digest): Uint8Array | undefined {
    const held = this.#local.get(digest);
    if (held) return held;
    const wanted = { kind: 'cas', name: digest, limit: LARGEST_CONTENT } as const;
    const [bytes] = this.#client.download([wanted]);
    if (!bytes || !isRight(bytes, digest, this.#client)) return undefined;
    this.#local.put(bytes);
    return bytes;
  }

  put(bytes: Uint8Array): Digest {
    const digest = this.#local.put(bytes);
    this.#client.upload([{ kind: 'cas', name: digest, bytes }]);
    return digest;
  }
}

class LayeredActions implements ActionCache {
  readonly #local: ActionCache;
  readonly #client: RemoteClient;
  readonly #onFetched: () => void;

  constructor(local: ActionCache, client: RemoteClient, onFetched: () => void) {
    this.#local = local;
    this.#client = client;
    this.#onFetched = onFetched;
  }

  get(key: Digest): Outputs | undefined {
    const held = this.#local.get(key);
    if (held) return held;
    const [record] = this.#client.download([{ kind: 'ac', name: key, limit: LARGEST_RECORD }]);
    if (!record) return undefined;
    const files = decodeActionResult(record, key);
    if (!files) {
      this.#client.reportLie('a record that is damaged or of something else');
      return undefined;
    }
    const outputs = this.#fetchAll(files);
    if (!outputs) return undefined;
    this.#local.put(key, outputs);
    this.#onFetched();
    return outputs;
  }

  put(key: Digest, outputs: Outputs): void {
    this.#local.put(key, outputs);
    const files = [...outputs].map(([name, bytes]) => ({
      name,
      digest: digestOf(bytes),
      size: bytes.length,
      bytes,
    }));
    this.#client.upload([
      ...files.map(({ digest, bytes }) => ({ kind: 'cas' as const, name: digest, bytes })),
      { kind: 'ac', name: key, bytes: encodeActionResult(key, files) },
    ]);
  }

  #fetchAll(files: readonly OutputFile[]): Outputs | undefined {
    const wanted = files.map(
      ({ digest, size }) =>
        ({ kind: 'cas', name: digest, limit: Math.min(size, LARGEST_CONTENT) }) as const,
    );
    const bodies = this.#client.download(wanted);
    const outputs = new Map<string, Uint8Array>();
    for (const [index, { name, digest }] of files.entries()) {
      const bytes = bodies[index];
      if (!bytes || !isRight(bytes, digest, this.#client)) return undefined;
      outputs.set(name, bytes);
    }
    return outputs;
  }
}

function isRight(bytes: Uint8Array, digest: Digest, client: RemoteClient): boolean {
  if (digestOf(bytes) === digest) return true;
  client.reportLie('contents that do not have their digest');
  return false;
}
