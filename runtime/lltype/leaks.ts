// What has to be given back by hand, and has not been → a report of it, for whoever runs programs. Blocks of raw memory come from another
// copy of the runtime, which programs use; what `_ffi` has given is in a ledger, which is kept only where somebody looks for leaks.
import { siteText } from './call-site.ts';

export interface Live {
  /** As the report names it. */
  readonly description: string;
  /** In bytes; null where it is no memory. */
  readonly size: number | null;
  readonly allocatedAt: Error | null;
}

/** By the address, or by the object itself. */
export type Ledger = Map<unknown, Live>;

const LEDGER = Symbol.for('mixmod.ledger');
const BLOCKS = Symbol.for('mixmod.liveBlocks');

/** Undefined where nobody looks for leaks. */
export const ledger = (): Ledger | undefined =>
  Reflect.get(globalThis, LEDGER) as Ledger | undefined;

/** From now on it is kept. */
export function keepLedger(): void {
  if (!ledger()) Reflect.set(globalThis, LEDGER, new Map());
}

/** `live`: gives the blocks of raw memory. */
export function showBlocks(live: () => readonly Live[]): void {
  Reflect.set(globalThis, BLOCKS, live);
}

export function liveThings(): readonly Live[] {
  const blocks = Reflect.get(globalThis, BLOCKS) as (() => readonly Live[]) | undefined;
  return [...(blocks?.() ?? []), ...(ledger()?.values() ?? [])];
}

const MOST_REPORTED = 20;

/** As the end of the program reports it; '' for nothing. */
export function leakReport(live: readonly Live[]): string {
  if (live.length === 0) return '';
  const lines = live.slice(0, MOST_REPORTED).map(({ description, size, allocatedAt }) => {
    const at = siteText(allocatedAt);
    const of = size === null ? '' : ` of ${size} bytes`;
    return `\n  ${description}${of}${at && `, allocated at ${at}`}`;
  });
  const were = live.length === 1 ? 'allocation was' : 'allocations were';
  return `mixmod: ${live.length} ${were} never freed:${lines.join('')}`;
}
