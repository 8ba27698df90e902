// Files → calls when their contents have changed. Folders are watched, since editors replace files by renaming.
import { watch } from 'node:fs';
import { dirname, join } from 'node:path';
import { digestOf } from '../cache/digest.ts';
import { nodeHost } from '../host.ts';

/** Several files that are saved together are one change. */
const SETTLED_MS = 10;

export class WatchedFiles {
  /** By absolute path, folder by folder. */
  readonly #folders = new Map<string, Map<string, string>>();
  /** Paths that the system has told of since they were looked at. */
  readonly #touched = new Set<string>();
  readonly #onChange: (changed: readonly string[]) => void;
  #isWaiting = false;

  constructor(onChange: (changed: readonly string[]) => void) {
    this.#onChange = onChange;
  }

  /** Watched until the process ends. Absolute paths. `read`: when whoever knows them began to read (ms since 1970); what was written since counts as a change. */
  add(files: readonly string[], read = Infinity): void {
    for (const file of files) {
      const folder = dirname(file);
      const hashes = this.#folders.get(folder) ?? new Map<string, string>();
      if (hashes.has(file)) continue;
      const isOld = (nodeHost.modified(file) ?? 0) < read;
      hashes.set(file, isOld ? hashOf(file) : '');
      if (!isOld) this.#soon([file]);
      if (this.#folders.has(folder) || !nodeHost.exists(folder)) continue;
      this.#folders.set(folder, hashes);
      // Some systems do not tell the name.
      watch(folder, (_, name) =>
        this.#soon(name === null ? [...hashes.keys()] : [join(folder, name)]),
      );
    }
  }

  #soon(paths: readonly string[]): void {
    for (const path of paths) this.#touched.add(path);
    if (this.#isWaiting) return;
    this.#isWaiting = true;
    setTimeout(() => this.#look(), SETTLED_MS);
  }

  #look(): void {
    this.#isWaiting = false;
    const changed = [...this.#touched].filter((path) => {
      const hashes = this.#folders.get(dirname(path));
      const before = hashes?.get(path);
      if (!hashes || before === undefined) return false;
      const hash = hashOf(path);
      hashes.set(path, hash);
      return hash !== before;
    });
    this.#touched.clear();
    if (changed.length > 0) this.#onChange(changed);
  }
}

/** '' where there is no file. */
function hashOf(file: string): string {
  const bytes = nodeHost.readBytes(file);
  return bytes ? digestOf(bytes) : '';
}
