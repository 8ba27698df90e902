// Objects of classes, closures, functions and memory of JavaScript, very many of them: what nobody has any more is let go of.
// MIXMOD_ROBUST=full takes the full counts.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { builtProgram, full, runToEnd, TIMEOUT } from './run-to-end.ts';

/** 500,000 objects and more, each of at least 200 bytes, would be more than this. */
const MOST_GROWTH = 96;

const folder = mkdtempSync(join(tmpdir(), 'mixmod-objects-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each([
  {
    what: 'what JavaScript has no more takes no memory, without a turn of the event loop',
    program: 'many-objects',
    count: full ? 3_000_000 : 500_000,
  },
  {
    what: 'live values that the program has no more are let go of, also where a call fails',
    program: 'live-values',
    count: full ? 2_000_000 : 200_000,
  },
])('$what', { timeout: TIMEOUT }, async ({ program, count }) => {
  const node = await builtProgram(program, folder);
  const output = runToEnd(program, node, count) as {
    grown: Record<string, number>;
    wrong: string[];
  };
  console.log(`${count}: ${JSON.stringify(output)}`);
  expect(output.wrong).toEqual([]);
  for (const [kind, grown] of Object.entries(output.grown))
    expect(grown, kind).toBeLessThan(MOST_GROWTH);
});

test.each(['many-views', 'many-views-with-callbacks'])(
  'memory is not held on to behind the calls that took it: %s',
  { timeout: TIMEOUT },
  async (program) => {
    const count = full ? 1_000_000 : 100_000;
    const node = await builtProgram(program, folder);
    const { sum, left } = runToEnd('many-views', node, count) as { sum: number; left: number };
    expect(sum).toBe(3 * 1024 * count);
    // Of a hundred megabytes. Some wait for the program's own collector.
    expect(left).toBeLessThan(64);
  },
);

test(
  'large memory in values is let go of, though the values are small',
  { timeout: TIMEOUT },
  async () => {
    const node = await builtProgram('large-views', folder);
    const most = runToEnd('large-views', node, full ? 10_000 : 400) as Record<string, number>;
    console.log(JSON.stringify(most));
    // Of 1600 MiB. Eight pieces of four are kept, eight more wait for the next collection, others for the host's.
    for (const [kind, megabytes] of Object.entries(most)) expect(megabytes, kind).toBeLessThan(700);
  },
);

test(
  "objects of JavaScript's classes stay as long as the program has them, and no longer",
  { timeout: TIMEOUT },
  async () => {
    const count = full ? 1_000_000 : 50_000;
    const node = await builtProgram('javascript-objects', folder);
    const output = runToEnd('javascript-objects', node, count) as {
      sums: number[];
      expected: number;
      wrong: number;
      grown: number;
      collected: number;
    };
    console.log(`${count}: ${JSON.stringify(output)}`);
    const { sums, expected, wrong, grown, collected } = output;
    expect(sums).toEqual([expected, expected]);
    expect(wrong).toBe(0);
    expect(grown).toBeLessThan(MOST_GROWTH);
    // Every hundredth has been counted; some of the last are still kept.
    expect(collected).toBeGreaterThan((count / 50) * 0.9);
  },
);
