// Random counted loops do the same before and after the loops are versioned: effects, then the same error or none.
import { fc } from '../../harness/properties.ts';
import { expect, test } from 'vitest';
import { createInterpreter } from '../../../compiler/graph/interpret.ts';
import { printUnit } from '../../../compiler/graph/print.ts';
import { constant } from '../../../compiler/graph/constants.ts';
import type { Block, Link, Op } from '../../../compiler/graph/graph.ts';
import type { Unit } from '../../../compiler/graph/unit.ts';
import { assertValid } from '../../../compiler/graph/verify.ts';
import { predecessors, reversePostorder } from '../../../compiler/graph/walk.ts';
import { versionLoops } from '../../../compiler/optimize/loops/version-loops.ts';
import { optimize } from '../../../compiler/optimize/optimize.ts';
import { INT_TYPES } from '../../../compiler/program/types.ts';
import { argument, PARAMETERS, randomLoop, unitOf } from './random-loop.ts';

const RUNS = Number(process.env['LOOPS_RUNS'] ?? 400);
const calls = fc.array(fc.tuple(...Array.from({ length: PARAMETERS }, () => argument)), {
  minLength: 4,
  maxLength: 8,
});

/** The error and the trace of a call in a fresh instance. */
function outcome(unit: Unit, args: readonly bigint[]): { text: string; taken: boolean } {
  const run = createInterpreter(unit);
  let error = 'returned';
  try {
    run.call('f', args);
  } catch (thrown) {
    if (!(thrown instanceof RangeError)) throw thrown;
    error = thrown.message;
  }
  return { text: `${error}, trace ${String(run.get('trace'))}`, taken: run.get('taken') === 1n };
}

/** Whether a call runs a copy without checks; changes the unit for that. */
function tracksCopies(unit: Unit): void {
  for (const graph of unit.graphs.values()) {
    const entering = predecessors(graph);
    const isHeader = ({ target }: Link): boolean => (entering.get(target)?.length ?? 0) > 1;
    for (const block of reversePostorder(graph)) {
      const { exit } = block;
      if (exit.kind !== 'branch' || !isHeader(exit.whenTrue) || !isHeader(exit.whenFalse)) continue;
      const target: Block = { inputs: [], ops: [TAKEN], exit: { kind: 'goto', link: exit.whenTrue } };
      block.exit = { ...exit, whenTrue: { target, args: [] } };
    }
  }
}

const TAKEN: Op = {
  name: 'global_store',
  args: [constant(INT_TYPES.i64, 1)],
  results: [],
  attributes: { global: 'taken', part: 0 },
  span: null,
};

interface Counts {
  all: number;
  versioned: number;
  calls: number;
  copies: number;
}

function compare(passes: (unit: Unit) => Unit, runs = RUNS): Counts {
  const counts: Counts = { all: 0, versioned: 0, calls: 0, copies: 0 };
  fc.assert(
    fc.property(randomLoop, calls, (loop, inputs) => {
      const unit = unitOf(loop);
      assertValid(unit, 'random');
      const changed = passes(unit);
      assertValid(changed, 'changed');
      counts.all++;
      if (changed !== unit) counts.versioned++;
      const text = printUnit(changed);
      if (changed !== unit) tracksCopies(changed);
      for (const args of inputs) {
        const [expected, found] = [outcome(unit, args), outcome(changed, args)];
        counts.calls++;
        if (found.taken) counts.copies++;
        if (expected.text === found.text) continue;
        const call = `f(${args.join(', ')})`;
        expect.fail(`${call}: ${expected.text}, then ${found.text}\n${printUnit(unit)}\n${text}`);
      }
    }),
    { numRuns: runs },
  );
  return counts;
}

test('versioning keeps what loops do; many are versioned, and many copies run', () => {
  const counts = compare((unit) => versionLoops.run(unit));
  if (process.env['LOOPS_RUNS']) console.log(counts);
  expect(counts.versioned / counts.all).toBeGreaterThan(0.3);
  expect(counts.copies / counts.calls).toBeGreaterThan(0.03);
});

test('all passes together keep what loops do', () => {
  // The range analysis takes its time.
  compare((unit) => optimize(unit, { level: 3 }, assertValid), RUNS / 4);
});
