// The test program of the heap, built once for a test file, with types.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEBUG, RELEASE } from '../../compiler/options.ts';
import { buildModule, loadNative } from '../harness/build-module.ts';

/** Handles and addresses are numbers; 0 is none. */
export interface HeapModule {
  open(): void;
  close(): void;
  collect(major: boolean): void;
  verify(): number;
  statistic(which: number): number;
  new_node(id: number): number;
  id_of(handle: number): number;
  address(handle: number): number;
  drop(handle: number): void;
  link(handle: number, which: number, target: number): void;
  follow(handle: number, which: number): number;
  new_refs(count: number): number;
  new_bytes(count: number): number;
  check_bytes(handle: number): number;
  new_weak(target: number): number;
  deref(weak: number): number;
  set_roots(first: number, second: number): void;
  root(which: number): number;
  finalize(handle: number, counter: number): void;
  new_counter(): number;
  count_of(counter: number): number;
  build_tree(depth: number): number;
  keep_tree(depth: number): number;
  size_of_tree(handle: number): number;
  keep_interior(times: number): boolean;
  keep_large_interior(times: number): boolean;
  pinned_stays(): boolean;
  churn(count: number, size: number): number;
  churn_pairs(count: number): number;
  fill(count: number): number;
  replace(handle: number, times: number): void;
  check_fill(handle: number): number;
}

/** As `statistic` counts them (runtime/core/gc/statistics.ts). */
export const STATISTIC = {
  minorCount: 0,
  majorCount: 1,
  minorLongest: 2,
  majorLongest: 3,
  minorTotal: 4,
  majorTotal: 5,
  allocated: 6,
  live: 7,
  mapped: 8,
  promoted: 9,
  pinned: 10,
  evacuated: 11,
  old: 12,
  minorMost: 13,
} as const;

export async function buildHeapModule(level: 0 | 3): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'mixmod-heap-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const path = join(import.meta.dirname, 'programs/heap.ts');
  return (await buildModule(path, folder, level === 0 ? DEBUG : RELEASE)).node;
}

export const loadHeapModule = (node: string): HeapModule =>
  loadNative(node) as unknown as HeapModule;

/** Runs `action` with a heap that has these settings, and looks at the heap at the end. */
export function withHeap<T>(heap: HeapModule, settings: string, action: () => T): T {
  process.env['MIXMOD_GC'] = settings;
  heap.open();
  try {
    const result = action();
    const wrong = heap.verify();
    if (wrong !== 0) throw new Error(`the verifier finds ${wrong} things wrong`);
    return result;
  } finally {
    heap.close();
    delete process.env['MIXMOD_GC'];
  }
}
