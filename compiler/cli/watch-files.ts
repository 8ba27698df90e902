// Files → calls when their contents have changed. Folders are watched, since editors replace files by renaming.
import { watch, type FSWatcher } from 'node:fs';
import { dirname } from 'node:path';
import { digestOf } from '../cache/digest.ts';
import { nodeHost } from '../host.ts';

/** Several files that are saved together are one change. */
const SETTLED_MS = 20;

export class WatchedFiles {
  readonly #hashes = new Map<string, string>();
  readonly #folders = new Map<string, FSWatcher>();
  readonly #onChange: (changed: readonly string[]) => void;
  #isWaiting = false;

  constructor(onChange: (changed: readonly string[]) => void) {
    this.#onChange = onChange;
  }

  /** Watched until the process ends. Absolute paths. */
  add(files: readonly string[]): void {
    for (const file of files) {
      if (this.#hashes.has(file)) continue;
      this.#hashes.set(file, hashOf(file));
      const folder = dirname(file);
      if (!this.#folders.has(folder) && nodeHost.exists(folder))
        this.#folders.set(
          folder,
          watch(folder, () => this.#soon()),
        );
    }
  }

  #soon(): void {
    if (this.#isWaiting) return;
    this.#isWaiting = true;
    setTimeout(() => {
      this.#isWaiting = false;
      const changed = [...this.#hashes].filter(([file, hash]) => hashOf(file) !== hash);
      for (const [file] of changed) this.#hashes.set(file, hashOf(file));
      if (changed.length > 0) this.#onChange(changed.map(([file]) => file));
    }, SETTLED_MS);
  }
}

/** '' where there is no file. */
function hashOf(file: string): string {
  const bytes = nodeHost.readBytes(file);
  return bytes ? digestOf(bytes) : '';
}
