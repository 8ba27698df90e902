// A folder that holds a cache: `cas/` the contents by their digest, `ac/` the records of actions by their key, both in
// folders by the first two digits. Files appear whole or not at all, and are verified when they are read: several
// builds may use it at once, end at any moment, and a tool may remove files meanwhile.
import { dirname } from 'node:path';
import { CannotWrite, type Host } from '../host.ts';
import { decodeActionResult, encodeActionResult } from './action-result.ts';
import { digestOf, type Digest } from './digest.ts';
import type { ActionCache, Cache, Outputs, Store } from './store.ts';

/** `folder`: absolute; made when something is kept. */
export function localCache(folder: string, host: Host): Cache {
  const store = new LocalStore(folder, host);
  return { store, actions: new LocalActions(folder, store, host) };
}

class LocalStore implements Store {
  readonly #folder: string;
  readonly #host: Host;

  constructor(folder: string, host: Host) {
    this.#folder = folder;
    this.#host = host;
  }

  get(digest: Digest): Uint8Array | undefined {
    const path = this.#path(digest);
    const bytes = this.#host.readBytes(path);
    if (!bytes || digestOf(bytes) !== digest) return undefined;
    this.#host.touch(path);
    return bytes;
  }

  put(bytes: Uint8Array): Digest {
    const digest = digestOf(bytes);
    if (!this.get(digest)) write(this.#path(digest), bytes, this.#host);
    return digest;
  }

  #path(digest: Digest): string {
    return entryPath(this.#folder, 'cas', digest, this.#host);
  }
}

/** `folder`: as that of the store; `store` holds the outputs. */
class LocalActions implements ActionCache {
  readonly #folder: string;
  readonly #store: Store;
  readonly #host: Host;

  constructor(folder: string, store: Store, host: Host) {
    this.#folder = folder;
    this.#store = store;
    this.#host = host;
  }

  get(key: Digest): Outputs | undefined {
    const path = this.#path(key);
    const record = this.#host.readBytes(path);
    const files = record && decodeActionResult(record, key);
    if (!files) return undefined;
    const outputs = new Map<string, Uint8Array>();
    for (const { name, digest } of files) {
      const bytes = this.#store.get(digest);
      if (!bytes) return undefined;
      outputs.set(name, bytes);
    }
    this.#host.touch(path);
    return outputs;
  }

  put(key: Digest, outputs: Outputs): void {
    // The record comes last: what it names is there.
    const files = [...outputs].map(([name, bytes]) => ({
      name,
      digest: this.#store.put(bytes),
      size: bytes.length,
    }));
    write(this.#path(key), encodeActionResult(key, files), this.#host);
  }

  #path(key: Digest): string {
    return entryPath(this.#folder, 'ac', key, this.#host);
  }
}

const entryPath = (folder: string, kind: 'cas' | 'ac', digest: Digest, host: Host): string =>
  host.resolve(folder, kind, digest.slice(0, 2), digest.slice(2));

function write(path: string, bytes: Uint8Array, host: Host): void {
  if (tryWrite(path, bytes, host)) return;
  // Something else may stand in its place: a folder, or a file where its folder belongs.
  if (host.isFolder(path)) tryRemove(path, host);
  for (const folder of [dirname(path), dirname(dirname(path))]) {
    if (host.exists(folder) && !host.isFolder(folder)) tryRemove(folder, host);
  }
  tryWrite(path, bytes, host);
}

function tryWrite(path: string, bytes: Uint8Array, host: Host): boolean {
  try {
    host.writeAtomic(path, bytes);
    return true;
  } catch (error) {
    if (!(error instanceof CannotWrite)) throw error;
    return false;
  }
}

function tryRemove(path: string, host: Host): void {
  try {
    host.remove(path);
  } catch {
    // It stays, and nothing is kept.
  }
}
