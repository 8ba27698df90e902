// A cache's folder → the entries that are not what their names say, which are removed: builds would find out one by one.
import { basename, dirname } from 'node:path';
import type { Host } from '../host.ts';
import { decodeActionResult } from './action-result.ts';
import { digestOf, type Digest } from './digest.ts';
import { inventory, type Entry } from './inventory.ts';
import { remove } from './prune.ts';

export interface Damage {
  readonly entry: Entry;
  readonly what: 'is not what its name says' | 'names outputs that are gone';
  readonly isRemoved: boolean;
}

export function verify(
  folder: string,
  host: Host,
): { readonly checked: number; readonly damages: readonly Damage[] } {
  const entries = inventory(folder);
  const outputs = entries.filter(({ kind }) => kind === 'outputs');
  const records = entries.filter(({ kind }) => kind === 'records');
  const wrong = new Set(outputs.filter((entry) => !isContent(entry, host)));
  const whole = new Set(outputs.filter((entry) => !wrong.has(entry)).map(digestIn));
  const damages: Damage[] = [...wrong].map(damaged('is not what its name says'));
  for (const entry of records) {
    const bytes = host.readBytes(entry.path);
    const files = bytes && decodeActionResult(bytes, digestIn(entry));
    if (!files) damages.push(damaged('is not what its name says')(entry));
    else if (!files.every(({ digest }) => whole.has(digest)))
      damages.push(damaged('names outputs that are gone')(entry));
  }
  return { checked: outputs.length + records.length, damages };
}

const damaged =
  (what: Damage['what']) =>
  (entry: Entry): Damage => ({ entry, what, isRemoved: remove(entry.path) });

function isContent(entry: Entry, host: Host): boolean {
  const bytes = host.readBytes(entry.path);
  return bytes !== undefined && digestOf(bytes) === digestIn(entry);
}

/** `…/ab/cdef` → `abcdef`. */
const digestIn = ({ path }: Entry): Digest => basename(dirname(path)) + basename(path);
