// A cache's folder → the same with fewer entries: those go first that were used longest ago. Builds may run meanwhile:
// whatever goes is made again by who misses it, and what was used just now stays.
import { rmSync } from 'node:fs';
import { inventory, type Entry } from './inventory.ts';

export interface PruneLimits {
  /** Bytes that may stay; null: any number. */
  readonly maxSize: number | null;
  /** What was used within so many milliseconds stays, if there is room; null: whenever it was. */
  readonly olderThan: number | null;
}

export interface Pruned {
  readonly removed: readonly Entry[];
  readonly kept: readonly Entry[];
}

/** A build that is about to use an entry may have found it so long ago. */
const IN_USE = 60_000;
/** A piece that is older is of no process that still writes it. */
const PIECE_AGE = 3_600_000;

/** `now`: in milliseconds since 1970. */
export function prune(folder: string, { maxSize, olderThan }: PruneLimits, now: number): Pruned {
  const entries = [...inventory(folder)].sort((a, b) => a.used - b.used);
  let size = entries.reduce((sum, { bytes }) => sum + bytes, 0);
  const removed: Entry[] = [];
  const kept: Entry[] = [];
  for (const entry of entries) {
    const age = now - entry.used;
    // Where the clock was put back, nothing is known of an age.
    const isOld = olderThan !== null && age > olderThan;
    const isTooMuch = maxSize !== null && size > maxSize;
    const mayGo =
      entry.kind === 'pieces' ? age > PIECE_AGE : (isOld || isTooMuch) && Math.abs(age) > IN_USE;
    if (mayGo && remove(entry.path)) {
      removed.push(entry);
      size -= entry.bytes;
    } else kept.push(entry);
  }
  return { removed, kept };
}

/** False where it may not be removed. */
export function remove(path: string): boolean {
  try {
    rmSync(path, { recursive: true, force: true });
    return true;
  } catch {
    return false;
  }
}
