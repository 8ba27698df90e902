// Remembers what a build read and wrote, by content: a repeated build copies or does nothing and loads no compiler.
// Two actions: the text of the entry file and the options name the lists of files that builds of it have read; the
// contents of those files name the outputs. No key has a path in it that outputs do not have in them.
import { isAbsolute, relative } from 'node:path';
import type { Host } from '../host.ts';
import { digestOf, keyOf, type Digest } from './digest.ts';
import { objectIdentity } from './identity.ts';
import type { ActionCache, Outputs } from './store.ts';
import type { Tally } from './tally.ts';

export interface BuildOutputs {
  /** Every file that the result depends on, the entry included; absolute paths. */
  readonly inputs: readonly string[];
  /** By file name, to be written to the output folder. */
  readonly files: Outputs;
}

export interface PartsCache {
  readonly actions: ActionCache;
  /** Of this compiler and its tools: `buildIdentity`. */
  readonly identity: string;
  /** Of what objects in packages were compiled by: `objectIdentity`. Not said: they are not looked at. */
  readonly objectIdentity?: string;
}

/** The same entry has imported other files on other branches; the lists that were used last are known. */
const MOST_LISTS = 8;
const LISTS = 'inputs.json';

/** `identify` gives the compiler's own content, so that a new compiler rebuilds. It is asked when something is looked up. */
export class BuildCache {
  readonly #actions: ActionCache;
  readonly #identify: () => string;
  readonly #host: Host;
  readonly #tally: Tally;

  constructor(actions: ActionCache, identify: () => string, host: Host, tally: Tally = () => {}) {
    this.#actions = actions;
    this.#identify = identify;
    this.#host = host;
    this.#tally = tally;
  }

  /** For the modules of a program that are built on their own. */
  get parts(): PartsCache {
    return {
      actions: this.#actions,
      identity: this.#identity,
      objectIdentity: objectIdentity(),
    };
  }

  /**
   * The outputs of an earlier build if nothing that it read has changed since. `entry` is written as in the build, since errors of the
   * module name its places like that.
   */
  lookup(entry: string, options: string): BuildOutputs | undefined {
    const found = this.#find(entry, options);
    this.#tally(found ? 'reused' : 'made');
    return found;
  }

  get #identity(): string {
    return this.#identify();
  }

  #find(entry: string, options: string): BuildOutputs | undefined {
    const listsKey = this.#listsKey(entry, options);
    for (const list of listsKey === undefined ? [] : this.#lists(listsKey)) {
      const key = this.#contentKey(entry, options, list);
      const files = key === undefined ? undefined : this.#actions.get(key);
      if (files) return { inputs: list.map((path) => this.#host.resolve(path)), files };
    }
    return undefined;
  }

  store(entry: string, options: string, { inputs, files }: BuildOutputs): void {
    const list = inputs.map((path) => shownPath(path, this.#host));
    const listsKey = this.#listsKey(entry, options);
    const key = this.#contentKey(entry, options, list);
    if (listsKey === undefined || key === undefined) return;
    this.#actions.put(key, files);
    const text = JSON.stringify(list);
    const others = this.#lists(listsKey).filter((other) => JSON.stringify(other) !== text);
    const lists = JSON.stringify([list, ...others].slice(0, MOST_LISTS));
    this.#actions.put(listsKey, new Map([[LISTS, Buffer.from(lists)]]));
  }

  #lists(key: Digest): readonly (readonly string[])[] {
    const bytes = this.#actions.get(key)?.get(LISTS);
    return bytes ? parseLists(Buffer.from(bytes).toString('utf8')) : [];
  }

  /** undefined where there is no such file. */
  #listsKey(entry: string, options: string): Digest | undefined {
    const bytes = this.#host.readBytes(this.#host.resolve(entry));
    return bytes && keyOf('inputs', this.#identity, entry, options, bytes);
  }

  /** undefined where an input is gone. */
  #contentKey(entry: string, options: string, list: readonly string[]): Digest | undefined {
    const parts = ['outputs', this.#identity, entry, options];
    for (const path of list) {
      const bytes = this.#host.readBytes(this.#host.resolve(path));
      if (!bytes) return undefined;
      parts.push(path, digestOf(bytes));
    }
    return keyOf(...parts);
  }
}

/** What others may have written counts only in the form that it must have. */
function parseLists(text: string): readonly (readonly string[])[] {
  try {
    const lists: unknown = JSON.parse(text);
    const isList = (list: unknown): list is string[] =>
      Array.isArray(list) && list.every((path) => typeof path === 'string');
    return Array.isArray(lists) ? lists.filter(isList) : [];
  } catch {
    return [];
  }
}

/** Relative to the working folder below it, so that the same tree elsewhere is the same. */
export function shownPath(path: string, host: Host): string {
  const short = relative(host.resolve('.'), path);
  return short.startsWith('..') || isAbsolute(short) ? path : short;
}
