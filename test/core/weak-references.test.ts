// WeakRef in compiled code: a target stays alive while the call lasts that made the WeakRef or asked it, and as long as something
// else refers to it; any other is found dead by a collection of a later call.
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { RunPool } from '../harness/run-pool.ts';
import { REPOSITORY } from '../harness/source-snapshot.ts';

const pool = new RunPool({ environment: { MIXMOD_GC: 'stress' } });
afterAll(() => pool.close());

test.each(['compiled level 0', 'compiled level 3'] as const)('%s', async (execution) => {
  const expressions = ['make()', 'collect()', 'keptAreAlive()', 'alive()'];
  const path = join(REPOSITORY, 'test/core/programs/weak-references.ts');
  const outcome = await pool.run({ path, expressions, executions: [execution] });
  expect(outcome.failures).toEqual([]);
  const [made, , kept, alive] = outcome.results.get(execution) ?? [];
  expect(made).toBe('100');
  expect(kept).toBe('true');
  // A word left over on the native stack may keep one or the other.
  expect(Number(alive)).toBeGreaterThanOrEqual(50);
  expect(Number(alive)).toBeLessThan(60);
});
