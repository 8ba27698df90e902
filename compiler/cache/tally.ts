// How often a cache had what was wanted. A count is the length of a file, and counting adds one byte to it: several
// processes may count at once and be killed at any moment, and nothing of it is ever half there.
import { appendFileSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

export const COUNTS = ['reused', 'made', 'fetched'] as const;
/** A build whose outputs were there, one whose were not, an action that the remote cache had. */
export type Count = (typeof COUNTS)[number];

export type Tally = (count: Count) => void;

/** A count that cannot be written is not kept. */
export const tallyIn =
  (folder: string): Tally =>
  (count) => {
    const path = pathOf(folder, count);
    try {
      appendFileSync(path, '.');
    } catch {
      tryAgain(folder, path);
    }
  };

/** The first time there is no folder. */
function tryAgain(folder: string, path: string): void {
  try {
    mkdirSync(join(folder, 'counts'), { recursive: true });
    appendFileSync(path, '.');
  } catch {
    // Nobody has to know.
  }
}

export function readTally(folder: string): Readonly<Record<Count, number>> {
  const read = (count: Count): number =>
    statSync(pathOf(folder, count), { throwIfNoEntry: false })?.size ?? 0;
  return { reused: read('reused'), made: read('made'), fetched: read('fetched') };
}

const pathOf = (folder: string, count: Count): string => join(folder, 'counts', count);
