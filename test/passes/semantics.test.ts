// Random units do the same before and after each pass, in the interpreter: results, traces, errors.
import { fc } from '../harness/properties.ts';
import { describe, expect, it } from 'vitest';
import { equalUnits } from '../../compiler/graph/equal.ts';
import { createInterpreter } from '../../compiler/graph/interpret.ts';
import { parseUnit } from '../../compiler/graph/parse.ts';
import { printUnit } from '../../compiler/graph/print.ts';
import type { Unit } from '../../compiler/graph/unit.ts';
import { assertValid } from '../../compiler/graph/verify.ts';
import { optimize } from '../../compiler/optimize/optimize.ts';
import { PIPELINE } from '../../compiler/optimize/pipeline.ts';
import { randomUnit } from './random-unit.ts';

const RUNS = { numRuns: Number(process.env.MIXMOD_FUZZ_RUNS ?? 150) };
const tape = fc.array(fc.nat(0xffff), { maxLength: 250, size: 'max' });
const argument = fc.tuple(
  fc.oneof(fc.integer({ min: -3, max: 6 }), fc.integer()),
  fc.oneof(fc.constantFrom(0, -0, 1, 2, NaN, Infinity, 0.5, -1e10), fc.double()),
  fc.oneof(fc.nat(5), fc.nat(0xffffffff)),
);
const inputs = fc.array(argument, { minLength: 1, maxLength: 4 });

/** All that can be seen of the calls: state lives on from one to the next. */
function observe(unit: Unit, calls: readonly (readonly number[])[]): readonly unknown[] {
  const run = createInterpreter(unit);
  return calls.map((args) => {
    const globals = (): unknown[] => ['i', 'f', 'b', 'trace'].map((name) => run.get(name));
    try {
      run.call('main', args);
      return ['returned', ...globals()];
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      return [error.message, ...globals()];
    }
  });
}

function checkSame(unit: Unit, changed: Unit, calls: readonly (readonly number[])[]): void {
  expect(observe(changed, calls), printUnit(changed)).toEqual(observe(unit, calls));
}

describe('random units', () => {
  it('are well-formed and survive printing and parsing', () => {
    fc.assert(
      fc.property(tape, (numbers) => {
        const unit = randomUnit(numbers);
        assertValid(unit, 'random');
        expect(equalUnits(parseUnit(printUnit(unit)), unit)).toBe(true);
      }),
      RUNS,
    );
  });

  it.each([...new Set(PIPELINE)].map((pass) => [pass.name, pass] as const))('do the same after %s', (name, pass) => {
    fc.assert(
      fc.property(tape, inputs, (numbers, calls) => {
        const unit = randomUnit(numbers);
        const changed = pass.run(unit);
        assertValid(changed, name);
        checkSame(unit, changed, calls);
      }),
      RUNS,
    );
  });

  it('do the same after the whole pipeline', () => {
    fc.assert(
      fc.property(tape, inputs, (numbers, calls) => {
        const unit = randomUnit(numbers);
        checkSame(unit, optimize(unit, { level: 3 }, assertValid), calls);
      }),
      RUNS,
    );
  });
});

it('level 0 runs no pass', () => {
  const unit = randomUnit([1, 2, 3]);
  expect(optimize(unit, { level: 0 })).toBe(unit);
});
