// Remembers what a build read and wrote, by content: a repeated build copies or does nothing and loads no compiler.
// Two levels: the entry file and the options name a record of the files that the last build read; the contents of
// those files name the outputs. Entries are written atomically, so concurrent and killed builds leave whole ones.
import { createHash } from 'node:crypto';
import { CannotWrite, type Host } from '../host.ts';

export interface BuildOutputs {
  /** Every file that the result depends on, the entry included; absolute paths. */
  readonly inputs: readonly string[];
  /** By file name, to be written to the output folder. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

interface Entry {
  readonly inputs: readonly string[];
  readonly files: readonly { readonly name: string; readonly hash: string }[];
}

export const contentHash = (...parts: readonly (string | Uint8Array)[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex').slice(0, 32);
};

/** `folder`: where the cache lives. `identity`: the compiler's own content, so that a new compiler rebuilds. */
export class BuildCache {
  readonly #folder: string;
  readonly #identity: string;
  readonly #host: Host;

  constructor(folder: string, identity: string, host: Host) {
    this.#folder = folder;
    this.#identity = identity;
    this.#host = host;
  }

  /** The outputs of an earlier build of `entry` if nothing that it read has changed since. */
  lookup(entry: string, options: string): BuildOutputs | undefined {
    const record = this.#host.readText(this.#recordPath(entry, options));
    if (record === undefined) return undefined;
    const inputs = parse<readonly string[]>(record);
    const key = inputs && this.#contentKey(inputs, options);
    const stored = key === undefined ? undefined : this.#host.readText(this.#path(`${key}.json`));
    const found = stored === undefined ? undefined : parse<Entry>(stored);
    if (!found) return undefined;
    const files = new Map<string, Uint8Array>();
    for (const { name, hash } of found.files) {
      const bytes = this.#host.readBytes(this.#path(hash));
      if (!bytes || contentHash(bytes) !== hash) return undefined; // pruned or damaged: build again
      files.set(name, bytes);
    }
    return { inputs: found.inputs, files };
  }

  /** A cache that cannot be written is no error: the next build compiles again. */
  store(entry: string, options: string, outputs: BuildOutputs): void {
    try {
      this.#write(entry, options, outputs);
    } catch (error) {
      if (!(error instanceof CannotWrite)) throw error;
    }
  }

  #write(entry: string, options: string, outputs: BuildOutputs): void {
    const key = this.#contentKey(outputs.inputs, options);
    if (key === undefined) return;
    const files = [...outputs.files].map(([name, bytes]) => {
      const hash = contentHash(bytes);
      const held = this.#host.readBytes(this.#path(hash));
      // A damaged one is mended.
      if (!held || contentHash(held) !== hash) this.#host.writeAtomic(this.#path(hash), bytes);
      return { name, hash };
    });
    this.#host.writeAtomic(
      this.#path(`${key}.json`),
      JSON.stringify({ inputs: outputs.inputs, files }),
    );
    this.#host.writeAtomic(this.#recordPath(entry, options), JSON.stringify(outputs.inputs));
  }

  #recordPath(entry: string, options: string): string {
    return this.#path(`${contentHash(this.#identity, entry, options)}.inputs.json`);
  }

  /** undefined where an input is gone. */
  #contentKey(inputs: readonly string[], options: string): string | undefined {
    const parts: (string | Uint8Array)[] = [this.#identity, options];
    for (const path of inputs) {
      const bytes = this.#host.readBytes(path);
      if (!bytes) return undefined;
      parts.push(path, bytes);
    }
    return contentHash(...parts);
  }

  #path(name: string): string {
    return this.#host.resolve(this.#folder, name.slice(0, 2), name.slice(2));
  }
}

/** A damaged file counts as none. */
function parse<T>(text: string): T | undefined {
  try {
    return JSON.parse(text) as T;
  } catch {
    return undefined;
  }
}
