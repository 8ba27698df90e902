// Objects that packages bring beside their RTypeScript: parts as a cache keeps them, found by the key of all that they are made from, so one of
// another compiler, of other options or of other sources is just not there.
import { localCache } from '../cache/local.ts';
import type { Digest } from '../cache/digest.ts';
import type { ActionCache, Outputs } from '../cache/store.ts';
import type { Host } from '../host.ts';
import { relocate } from './part-outputs.ts';

/** In the package's folder. */
export const OBJECTS_FOLDER = 'prebuilds/objects';

/** Stands for the working folder of who uses the objects; no path begins so. */
export const USERS_FOLDER = '\0users-folder';

const PACKAGE = /^(?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+)(?=\/)/;

export class PackagedObjects {
  /** Names of packages, and of how many of their modules the objects were used. */
  readonly used = new Map<string, number>();
  /** Names of packages with objects that have none for some module. */
  readonly unused = new Set<string>();
  readonly #host: Host;
  readonly #caches = new Map<string, ActionCache | null>();

  constructor(host: Host) {
    // Somebody else's folder: nothing is marked there.
    this.#host = { ...host, touch: () => {} };
  }

  /** What `decode` makes of the outputs of the key, if the package that the file belongs to has them. */
  find<T>(
    path: string,
    key: () => Digest,
    decode: (outputs: Outputs) => T | undefined,
  ): T | undefined {
    const [folder, name = ''] = PACKAGE.exec(path) ?? [];
    const cache = folder === undefined ? null : this.#cacheIn(folder);
    if (!cache) return undefined;
    const outputs = cache.get(key());
    const here = this.#host.resolve('.');
    const found = outputs && decode(relocate(outputs, USERS_FOLDER, here));
    if (found) this.used.set(name, (this.used.get(name) ?? 0) + 1);
    else this.unused.add(name);
    return found;
  }

  #cacheIn(folder: string): ActionCache | null {
    const known = this.#caches.get(folder);
    if (known !== undefined) return known;
    const path = this.#host.resolve(folder, OBJECTS_FOLDER);
    const cache = this.#host.isFolder(path) ? localCache(path, this.#host).actions : null;
    this.#caches.set(folder, cache);
    return cache;
  }
}
