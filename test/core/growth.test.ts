// What the heap costs: memory that the process holds while it allocates much and keeps little, and pauses. The figures are
// printed. MIXMOD_GC_GIGABYTES=10 allocates as much as the promise says.
import { beforeAll, describe, expect, test } from 'vitest';
import {
  buildHeapModule,
  loadHeapModule,
  STATISTIC,
  withHeap,
  type HeapModule,
} from './heap-module.ts';

const MIB = 1048576;
const gigabytes = Number(process.env['MIXMOD_GC_GIGABYTES'] ?? 0.5);
const PAIR = 24;
const NODE = 32;
/** A minor collection is short if what it copies and looks at is not much more than this: times depend on what else the machine does. */
const NURSERY = 4 * MIB;

const show = (text: string): void => void process.stdout.write(`${text}\n`);

describe('growth', () => {
  let heap: HeapModule;
  beforeAll(async () => {
    heap = loadHeapModule(await buildHeapModule(3));
  });

  const milliseconds = (which: number): string => (heap.statistic(which) / 1e6).toFixed(1);

  test('much allocated and 50 MB alive stay under 200 MB', () => {
    withHeap(heap, 'cpu', () => {
      const before = process.memoryUsage.rss();
      // 1.25 million nodes and the array of them: 50 MB. Half of what is allocated replaces some of them.
      const handle = heap.fill(1_250_000);
      let most = 0;
      const rounds = 20;
      for (let i = 0; i < rounds; i++) {
        heap.replace(handle, Math.round((gigabytes * 1e9) / 2 / NODE / rounds));
        heap.churn_pairs(Math.round((gigabytes * 1e9) / 2 / PAIR / rounds));
        most = Math.max(most, process.memoryUsage.rss() - before);
      }
      expect(heap.check_fill(handle)).toBe(1_250_000);
      show(
        `${(heap.statistic(STATISTIC.allocated) / 1e9).toFixed(1)} GB allocated, 50 MB live: ` +
          `${Math.round(most / MIB)} MiB resident at most; longest minor ` +
          `${milliseconds(STATISTIC.minorLongest)} ms, major ${milliseconds(STATISTIC.majorLongest)} ms`,
      );
      expect(most).toBeLessThan(200 * MIB);
    });
  });

  test('minor collections of a heap of 500 MB are short', () => {
    withHeap(heap, 'cpu', () => {
      const [first, second] = [heap.keep_tree(22), heap.keep_tree(22)];
      const third = heap.keep_tree(22);
      for (let i = 0; i < 5; i++) heap.build_tree(16);
      heap.churn_pairs(10_000_000);
      const [minors, live] = [STATISTIC.minorCount, STATISTIC.old].map((one) =>
        heap.statistic(one),
      );
      show(
        `${Math.round((live ?? 0) / 1e6)} MB old: ${minors} minor collections, longest ` +
          `${milliseconds(STATISTIC.minorLongest)} ms of processor time; major ${milliseconds(STATISTIC.majorLongest)} ms`,
      );
      expect(live).toBeGreaterThan(500e6);
      expect(heap.statistic(STATISTIC.minorMost)).toBeLessThan(NURSERY + MIB);
      for (const handle of [first, second, third])
        expect(heap.size_of_tree(handle)).toBe(2 ** 23 - 1);
    });
  });

  test('minor collections are short when long arrays are stored into everywhere', () => {
    withHeap(heap, 'cpu', () => {
      // A hundred megabytes of items, and 400 of nodes.
      const handle = heap.fill(12_500_000);
      const [minors, longest] = [STATISTIC.minorCount, STATISTIC.minorLongest];
      const before = heap.statistic(minors);
      const filled = heap.statistic(longest) / 1e6;
      for (let i = 0; i < 10; i++) heap.replace(handle, 500_000);
      show(
        `${Math.round(heap.statistic(STATISTIC.old) / 1e6)} MB old, random items replaced: ` +
          `${heap.statistic(minors) - before} minor collections; longest ${filled.toFixed(1)} ms while it was filled, ` +
          `${milliseconds(longest)} ms in all`,
      );
      expect(heap.statistic(STATISTIC.old)).toBeGreaterThan(450e6);
      // Looked through as a whole, the array alone would be 100 MB.
      expect(heap.statistic(STATISTIC.minorMost)).toBeLessThan(NURSERY + 1e8 / 64 + MIB);
      expect(heap.check_fill(handle)).toBe(12_500_000);
    });
  });

  test('memory of dead chunks goes back to the system', () => {
    withHeap(heap, '', () => {
      const before = process.memoryUsage.rss();
      const tree = heap.keep_tree(20);
      expect(heap.statistic(STATISTIC.mapped)).toBeGreaterThan(50 * MIB);
      heap.drop(tree);
      heap.collect(true);
      heap.churn_pairs(1_000_000);
      heap.collect(true);
      expect(heap.statistic(STATISTIC.mapped)).toBeLessThan(20 * MIB);
      expect(process.memoryUsage.rss() - before).toBeLessThan(40 * MIB);
    });
  });
});
