// An export whose values JavaScript's glue lays out: the functions that it calls instead of the one that is exported.
import type { CrossingExport } from './crossing.ts';
import type { CheckedFunction } from './nodes.ts';

export interface PackedFunctions {
  readonly packed: CheckedFunction;
  /** Gives a result again for which there was no room; null where results are plain. */
  readonly again: CheckedFunction | null;
  /** By the names of their exports: what the glue uses for all exports of the module. */
  readonly shared: ReadonlyMap<string, CheckedFunction>;
}

export interface PackedExport {
  readonly crossing: CrossingExport;
  readonly functions: PackedFunctions;
}
