// `mixmod cache`: what the cache holds and how often it helped; its pruning and its check.
import { inventory, KINDS, type Entry } from '../cache/inventory.ts';
import { cacheFolder } from '../cache/location.ts';
import { prune } from '../cache/prune.ts';
import { readTally } from '../cache/tally.ts';
import { verify } from '../cache/verify.ts';
import { nodeHost } from '../host.ts';
import { EXIT } from './exit-codes.ts';

interface JsonOption {
  readonly json?: boolean;
}

export function cacheCommand({ json }: JsonOption): number {
  const folder = cacheFolder(process.env);
  const kinds = byKind(inventory(folder));
  const counts = readTally(folder);
  if (json) return print(JSON.stringify({ folder, kinds, counts }, null, 2));
  const rows = KINDS.map((kind) => row(kind, kinds[kind]));
  const total = row('total', sumOf(Object.values(kinds)));
  const builds = counts.reused + counts.made;
  const share = builds === 0 ? '' : ` (${Math.round((100 * counts.reused) / builds)} % reused)`;
  return print(
    [
      folder,
      ...rows,
      total,
      `builds    ${counts.reused} reused, ${counts.made} made${share}`,
      `remote    ${counts.fetched} results fetched`,
    ].join('\n'),
  );
}

export interface PruneCommandOptions extends JsonOption {
  /** Bytes. */
  readonly maxSize?: number;
  /** Milliseconds. */
  readonly olderThan?: number;
}

/** What has not been used for so long goes where nothing is asked for. */
const DEFAULT_AGE = 30 * 86_400_000;

export function cachePruneCommand({ json, maxSize, olderThan }: PruneCommandOptions): number {
  const folder = cacheFolder(process.env);
  const age = olderThan ?? (maxSize === undefined ? DEFAULT_AGE : null);
  const { removed, kept } = prune(folder, { maxSize: maxSize ?? null, olderThan: age }, Date.now());
  const [gone, left] = [totalOf(removed), totalOf(kept)];
  if (json) return print(JSON.stringify({ folder, removed: gone, kept: left }, null, 2));
  return print(
    `removed ${gone.entries} entries (${size(gone.bytes)}); ${left.entries} are left (${size(left.bytes)})`,
  );
}

/** The exit code is 1 where something was damaged. */
export function cacheVerifyCommand({ json }: JsonOption): number {
  const { checked, damages } = verify(cacheFolder(process.env), nodeHost);
  const lines = damages.map(({ entry, what, isRemoved }) => ({
    path: entry.path,
    problem: what,
    removed: isRemoved,
  }));
  if (json) print(JSON.stringify({ checked, damages: lines }, null, 2));
  else {
    for (const { path, problem, removed } of lines)
      print(`${path} ${problem}; ${removed ? 'removed' : 'it cannot be removed'}`);
    print(`${checked} entries checked, ${damages.length} damaged`);
  }
  return damages.length === 0 ? EXIT.ok : EXIT.userError;
}

interface Total {
  readonly entries: number;
  readonly bytes: number;
}

const totalOf = (entries: readonly Entry[]): Total => ({
  entries: entries.length,
  bytes: entries.reduce((sum, { bytes }) => sum + bytes, 0),
});

const sumOf = (totals: readonly Total[]): Total => ({
  entries: totals.reduce((sum, { entries }) => sum + entries, 0),
  bytes: totals.reduce((sum, { bytes }) => sum + bytes, 0),
});

function byKind(entries: readonly Entry[]): Readonly<Record<Entry['kind'], Total>> {
  const of = (kind: Entry['kind']): Total => totalOf(entries.filter((one) => one.kind === kind));
  return {
    outputs: of('outputs'),
    records: of('records'),
    modules: of('modules'),
    answers: of('answers'),
    libraries: of('libraries'),
    cores: of('cores'),
    pieces: of('pieces'),
  };
}

const row = (label: string, { entries, bytes }: Total): string =>
  `${label.padEnd(9)} ${String(entries).padStart(7)} entries ${size(bytes).padStart(10)}`;

/** With three digits. */
function size(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];
  const power = bytes < 1000 ? 0 : Math.min(4, Math.floor(Math.log10(bytes) / 3));
  return power === 0
    ? `${bytes} bytes`
    : `${(bytes / 1000 ** power).toPrecision(3)} ${units[power]}`;
}

function print(text: string): number {
  process.stdout.write(`${text}\n`);
  return EXIT.ok;
}
