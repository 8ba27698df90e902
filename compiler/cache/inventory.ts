// The cache's folder → what lies in it, entry by entry. Only what mixmod writes there is an entry: whatever else stands in
// the folder is nobody's business.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * outputs: contents by their digest. records: which outputs an action had. modules: what `mixmod run` and imports have loaded. answers: of
 * the C compiler. libraries: C that programs bring, for the untranslated execution. cores: the runtime core for other targets. pieces: what
 * killed processes have left.
 */
export const KINDS = [
  'outputs',
  'records',
  'modules',
  'answers',
  'libraries',
  'cores',
  'pieces',
] as const;
export type EntryKind = (typeof KINDS)[number];

export interface Entry {
  readonly kind: EntryKind;
  /** Absolute; of modules a folder. */
  readonly path: string;
  readonly bytes: number;
  /** When it was used last, in milliseconds since 1970, as far as the clock was right. */
  readonly used: number;
}

const HEX = /^[0-9a-f]+$/;
const PIECE = /\.tmp$/;

/** In no order; empty where there is no folder. Entries that vanish meanwhile are left out. */
export function inventory(folder: string): readonly Entry[] {
  return [
    ...sharded(join(folder, 'cas'), 'outputs'),
    ...sharded(join(folder, 'ac'), 'records'),
    ...namesIn(join(folder, 'run'))
      .filter((name) => HEX.test(name))
      .flatMap((name) => moduleFolder(join(folder, 'run', name))),
    ...flat(join(folder, 'platform'), 'answers', /^[0-9a-f]+\.json$/),
    ...flat(join(folder, 'shared'), 'libraries', /^[\w-]+\.(so|dylib)$/),
    ...flat(join(folder, 'core'), 'cores', /^[0-9a-f]+\.o$/),
  ];
}

/** Files in folders of two digits. */
const sharded = (folder: string, kind: EntryKind): readonly Entry[] =>
  namesIn(folder)
    .filter((name) => /^[0-9a-f]{2}$/.test(name))
    .flatMap((name) => flat(join(folder, name), kind, /^[0-9a-f]{62}$/));

const flat = (folder: string, kind: EntryKind, form: RegExp): readonly Entry[] =>
  namesIn(folder).flatMap((name) => {
    if (form.test(name)) return entry(join(folder, name), kind);
    return PIECE.test(name) ? entry(join(folder, name), 'pieces') : [];
  });

function entry(path: string, kind: EntryKind): readonly Entry[] {
  const found = stat(path);
  return found ? [{ kind, path, bytes: found.size, used: found.mtimeMs }] : [];
}

function moduleFolder(path: string): readonly Entry[] {
  const files = namesIn(path).flatMap((name) => stat(join(path, name)) ?? []);
  if (files.length === 0) return [];
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  // Loading a module reads it; file systems that keep no such times have when it was written.
  const used = Math.max(...files.map(({ atimeMs, mtimeMs }) => Math.max(atimeMs, mtimeMs)));
  return [{ kind: 'modules', path, bytes, used }];
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function stat(path: string) {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}
