// The collector by programs that use the heap as compiled code does: what is reached stays as it was, what is not goes, and
// the verifier has nothing to say.
import { spawnSync } from 'node:child_process';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  buildHeapModule,
  loadHeapModule,
  STATISTIC,
  withHeap,
  type HeapModule,
} from './heap-module.ts';
import { ShadowGraph } from './shadow-graph.ts';

const MIB = 1048576;
const SETTINGS = [
  '',
  'nursery=64k',
  'nursery=32k,verify',
  'nursery=32k,verify,poor',
  'stress',
  'stress,verify',
];

describe.each([3, 0] as const)('compiled at level %i', (level) => {
  let node: string;
  let heap: HeapModule;
  beforeAll(async () => {
    node = await buildHeapModule(level);
    heap = loadHeapModule(node);
  });

  test.each(SETTINGS)('random graphs agree with their model: %s', (settings) => {
    const isSlow = settings.includes('stress') || settings.includes('verify');
    for (const seed of [1, 2, 3])
      withHeap(heap, settings, () => {
        const graph = new ShadowGraph(heap, seed);
        for (let round = 0; round < 10; round++) {
          for (let i = 0; i < (isSlow ? 60 : 600); i++) graph.step();
          expect(heap.verify()).toBe(0);
          graph.compare();
        }
        heap.collect(true);
        heap.collect(true);
        const { cleared, reached } = graph.compare();
        expect(reached).toBeGreaterThan(10);
        // Some may be on the native stack still.
        if (!isSlow) expect(cleared).toBeGreaterThan(10);
      });
  });

  test.each(SETTINGS)('what the native stack refers to stays: %s', (settings) => {
    withHeap(heap, settings.replace('stress', 'nursery=32k'), () => {
      expect(heap.pinned_stays()).toBe(true);
      expect(heap.keep_interior(5)).toBe(true);
      expect(heap.keep_large_interior(5)).toBe(true);
    });
    withHeap(heap, settings, () => expect(heap.build_tree(8)).toBe(511));
  });

  test.each(SETTINGS.filter((settings) => !settings.includes('stress')))(
    'a long array keeps what is stored into it when it is old: %s',
    (settings) => {
      withHeap(heap, settings, () => {
        const [all, kept] = [heap.fill(60_000), heap.fill(40_000)];
        for (let round = 0; round < 4; round++) {
          heap.replace(all, 2000);
          // The whole array is remembered, then some of its slots, and the other way round.
          const node = heap.new_node(round);
          heap.link(kept, round, node);
          heap.replace(kept, 30_000);
          heap.link(kept, round, node);
          heap.collect(round === 2);
          expect(heap.id_of(heap.follow(kept, round))).toBe(round);
          expect(heap.verify()).toBe(0);
          expect(heap.check_fill(all)).toBe(60_000);
          expect(heap.check_fill(kept)).toBe(40_000);
        }
        heap.drop(all);
        heap.collect(true);
        heap.churn_pairs(100_000);
        expect(heap.check_fill(kept)).toBe(40_000);
      });
    },
  );

  test('large objects stay where they are, and go when they are dead', () => {
    withHeap(heap, '', () => {
      const kept = heap.new_bytes(3 * MIB);
      const address = heap.address(kept);
      const middle = heap.new_bytes(20000);
      for (let i = 0; i < 300; i++) heap.drop(heap.new_bytes(MIB + i));
      heap.collect(true);
      expect(heap.check_bytes(kept)).toBe(3 * MIB);
      expect(heap.check_bytes(middle)).toBe(20000);
      expect(heap.address(kept)).toBe(address);
      expect(heap.statistic(STATISTIC.mapped)).toBeLessThan(30 * MIB);
    });
  });

  test('an array of no items, and of the most that there can be', () => {
    withHeap(heap, '', () => {
      expect(heap.check_bytes(heap.new_bytes(0))).toBe(0);
      expect(() => heap.new_bytes(2 ** 32)).toThrow(new RangeError('Invalid array length'));
      expect(() => heap.new_refs(2 ** 53 - 1)).toThrow(new RangeError('Invalid array length'));
    });
  });

  test('module-level variables are roots, and follow what they refer to', () => {
    withHeap(heap, '', () => {
      const [a, b] = [heap.new_node(5), heap.new_node(6)];
      heap.link(a, 0, b);
      heap.set_roots(a, b);
      heap.drop(a);
      heap.drop(b);
      for (const major of [false, true, false]) {
        heap.collect(major);
        heap.churn_pairs(400_000);
        expect(heap.id_of(heap.root(0))).toBe(5);
        expect(heap.id_of(heap.root(1))).toBe(6);
        expect(heap.address(heap.follow(heap.root(0), 0))).toBe(heap.address(heap.root(1)));
      }
    });
  });

  test('finalizers are called once, when the object is dead', () => {
    const counter = heap.new_counter();
    withHeap(heap, '', () => {
      const kept = heap.new_node(1);
      heap.finalize(kept, counter);
      for (let i = 0; i < 1000; i++) {
        const node = heap.new_node(i);
        heap.finalize(node, counter);
        heap.drop(node);
      }
      heap.churn_pairs(400_000);
      heap.collect(false);
      // Whatever is left on the native stack may keep one or two.
      expect(heap.count_of(counter)).toBeGreaterThan(990);
      expect(heap.count_of(counter)).toBeLessThanOrEqual(1000);
      heap.collect(true);
      heap.collect(true);
      expect(heap.count_of(counter)).toBeLessThanOrEqual(1000);
      expect(heap.id_of(kept)).toBe(1);
    });
    // The end of the heap is the end of the others.
    expect(heap.count_of(counter)).toBe(1001);
  });

  test('sparse blocks are emptied', () => {
    withHeap(heap, '', () => {
      const all = heap.fill(400_000);
      heap.collect(true);
      const full = heap.statistic(STATISTIC.mapped);
      // One node of eight stays: none of the lines is free, until they are moved.
      const kept = heap.new_refs(50_000);
      for (let i = 0; i < 50_000; i++) {
        const node = heap.follow(all, i * 8);
        heap.link(kept, i, node);
        heap.drop(node);
      }
      heap.drop(all);
      for (let i = 0; i < 3; i++) heap.collect(true);
      expect(heap.verify()).toBe(0);
      for (let i = 0; i < 50_000; i += 997) {
        const node = heap.follow(kept, i);
        expect(heap.id_of(node)).toBe(i * 8);
        heap.drop(node);
      }
      expect(heap.statistic(STATISTIC.mapped)).toBeLessThan(full);
    });
  });

  test('heaps leave nothing behind', () => {
    const round = (): void =>
      withHeap(heap, '', () => {
        heap.keep_tree(12);
        heap.new_bytes(500_000);
        heap.new_bytes(20_000);
      });
    for (let i = 0; i < 30; i++) round();
    const before = process.memoryUsage.rss();
    for (let i = 0; i < 300; i++) round();
    expect(process.memoryUsage.rss() - before).toBeLessThan(16 * MIB);
  });

  test('memory that is exhausted is a RangeError, and what is alive stays', () => {
    const script = `
      const m = require(process.argv[1]);
      m.open();
      const kept = m.keep_tree(10);
      const trees = [];
      let error;
      try { for (;;) trees.push(m.keep_tree(17)); } catch (e) { error = e; }
      const answers = [String(error), trees.length > 3, m.verify()];
      for (const tree of trees) m.drop(tree);
      answers.push(m.build_tree(14), m.size_of_tree(kept), m.verify());
      console.log(JSON.stringify(answers));`;
    // A limit on addresses that the host itself can live with.
    const { stdout, stderr } = spawnSync(
      'sh',
      [
        '-c',
        'ulimit -v 2000000 && exec "$0" --max-old-space-size=64 -e "$1" "$2"',
        process.execPath,
        script,
        node,
      ],
      { encoding: 'utf8' },
    );
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual(['RangeError: out of memory', true, 0, 32767, 2047, 0]);
  });

  test('a worker that is ended at any moment leaves the others alone', () => {
    const script = `
      const { Worker, isMainThread, workerData } = require('node:worker_threads');
      const file = isMainThread ? process.argv[1] : workerData;
      const m = require(file);
      m.open();
      if (!isMainThread) for (;;) m.drop(m.keep_tree(12));
      (async () => {
        const kept = m.keep_tree(12);
        for (let i = 0; i < 12; i++) {
          const worker = new Worker(__filename === '[eval]' ? process._eval : __filename, { eval: true, workerData: file });
          await new Promise((done) => worker.once('online', done));
          await new Promise((done) => setTimeout(done, i * 5));
          m.drop(m.keep_tree(14));
          await worker.terminate();
        }
        console.log(JSON.stringify([m.size_of_tree(kept), m.verify()]));
      })();`;
    const { stdout, stderr } = spawnSync(process.execPath, ['-e', script, node], {
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual([8191, 0]);
  });
});
