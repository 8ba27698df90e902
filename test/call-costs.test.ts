// A call of a C function costs no more instructions than in C: the loops of test/bench/c-calls/, counted.
import { beforeAll, describe, expect, test } from 'vitest';
import {
  buildCallers,
  costsOfC,
  costsOfProgram,
  OUT,
  type BuiltCallers,
  type Costs,
} from './harness/call-costs.ts';
import { callgrind, singleSteps, type InstructionCounter } from './harness/instruction-counters.ts';
import { whyNoValgrind } from './harness/memcheck.ts';

let built: BuiltCallers;
let steps: InstructionCounter | string;
let c: Costs;
beforeAll(async () => {
  built = await buildCallers();
  steps = singleSteps(OUT);
  if (typeof steps !== 'string') c = costsOfC(built, steps);
}, 60_000);

/** Rows of what is dearer than it may be: `more` instructions of the caller than in C, none of what is called. */
function dearer(ours: Costs, loops: readonly string[], more: number): readonly string[] {
  return loops.flatMap((name) => {
    const [theirs, own] = [c.get(name), ours.get(name)];
    if (!theirs || !own) return [`${name} was not counted`];
    const called = own.all - own.own - (theirs.all - theirs.own);
    return own.own <= theirs.own + more && called <= 0
      ? []
      : [`${name}: ${own.own} instructions, in C ${theirs.own}; ${called} more in what is called`];
  });
}

describe('instructions for each iteration', () => {
  test('calls of every kind: no more than in C', ({ skip }) => {
    if (typeof steps === 'string') return skip(steps);
    const ours = costsOfProgram('caller', built, steps);
    expect(ours.size).toBe(16);
    expect(dearer(ours, [...ours.keys()], 0)).toEqual([]);
  });

  test('where a callback may have thrown: three more, none where C says that it calls back never', ({
    skip,
  }) => {
    if (typeof steps === 'string') return skip(steps);
    const ours = costsOfProgram('callbacks', built, steps);
    expect(dearer(ours, ['add', 'chosen'], 3)).toEqual([]);
    expect(ours.get('add_as_leaf')).toEqual(c.get('add'));
    // A function of the program that C calls: its environment, its thread, the collector and a thrown error are seen to.
    expect(ours.get('repeat')?.all).toBeLessThanOrEqual(63);
    expect(ours.get('repeat_closure')).toEqual(ours.get('repeat'));
  });
});

test('callgrind counts the same', ({ skip }) => {
  const missing = typeof steps === 'string' ? steps : whyNoValgrind();
  if (missing !== null) skip(missing);
  expect(costsOfC(built, callgrind)).toEqual(c);
});
