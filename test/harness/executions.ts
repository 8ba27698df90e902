// The ways in which one program is run. All must give the same results.

export const EXECUTIONS = [
  'untranslated',
  'interpreted high',
  'interpreted low',
  'interpreted optimized',
  'compiled level 0',
  'compiled level 3',
  // Each module to an object of its own.
  'compiled in parts',
  // A collection at every allocation, and a look at the whole heap after each; for programs that use the heap.
  'compiled level 0 under stress',
  'compiled level 3 under stress',
] as const;

export type Execution = (typeof EXECUTIONS)[number];

/** What a worker is asked for. */
export interface RunRequest {
  /** Absolute path of the program. */
  readonly path: string;
  readonly expressions: readonly string[];
  readonly executions: readonly Execution[];
}

/** One for each expression. */
export type Results = readonly string[];

/** One outcome of one execution, or that it begins. */
export type RunMessage =
  | { readonly kind: 'begins'; readonly execution: string }
  | { readonly kind: 'results'; readonly execution: Execution; readonly results: Results }
  /** Does not apply to this program: C is called and other threads are used in compiled code only, not all use the heap, and see `interpreted` and `inParts` in run-worker.ts. */
  | { readonly kind: 'excused'; readonly execution: Execution }
  | { readonly kind: 'failed'; readonly execution: string; readonly reason: string }
  | { readonly kind: 'done' };
