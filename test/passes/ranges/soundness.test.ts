// Random programs give the same results, or the same errors, before and after the passes.
import { fc } from '../../harness/properties.ts';
import { expect, test } from 'vitest';
import { createInterpreter } from '../../../compiler/graph/interpret.ts';
import { printUnit } from '../../../compiler/graph/print.ts';
import type { Unit } from '../../../compiler/graph/unit.ts';
import { verifyUnit } from '../../../compiler/graph/verify.ts';
import { narrowNumbers } from '../../../compiler/optimize/ranges/narrow-numbers.ts';
import { removeProvedChecks } from '../../../compiler/optimize/ranges/remove-proved-checks.ts';
import { specializeNumbers } from '../../../compiler/optimize/ranges/specialize-numbers.ts';
import { argument, integerArgument, program, unitOf } from './random-program.ts';

type Outcome = { readonly value: unknown } | { readonly error: string };

function outcome(unit: Unit, args: readonly unknown[]): Outcome {
  try {
    return { value: createInterpreter(unit).call('f', args) };
  } catch (error) {
    return { error: String(error) };
  }
}

const call = fc.tuple(
  argument,
  argument,
  integerArgument,
  integerArgument.map((n) => n >>> 0),
);

function expectSame(before: Unit, after: Unit, calls: readonly (readonly unknown[])[]): void {
  const problems = verifyUnit(after);
  if (problems.length > 0) {
    expect.fail(`${problems.map(({ message }) => message).join('\n')}\n${printUnit(after)}`);
  }
  for (const args of calls) {
    const [expected, found] = [outcome(before, args), outcome(after, args)];
    const same =
      'value' in expected && 'value' in found
        ? Object.is(expected.value, found.value)
        : 'error' in expected && 'error' in found && expected.error === found.error;
    if (same) continue;
    const text = [expected, found].map((item) => ('value' in item ? item.value : item.error));
    expect.fail(
      `f(${args.join(', ')}) is ${text[0]}, then ${text[1]}\n` +
        `${printUnit(before)}\n${printUnit(after)}`,
    );
  }
}

const RUNS = Number(process.env['RANGES_RUNS'] ?? 300);
const check = (passes: (unit: Unit) => Unit): void =>
  fc.assert(
    fc.property(program, fc.array(call, { minLength: 4, maxLength: 8 }), (random, calls) => {
      const unit = unitOf(random);
      expectSame(unit, passes(unit), calls);
    }),
    { numRuns: RUNS },
  );

test('narrowing keeps results', () => check((unit) => narrowNumbers.run(unit)));

test('removing proved checks keeps results', () => check((unit) => removeProvedChecks.run(unit)));

test('a copy for integers keeps results', () => {
  let copies = 0;
  check((unit) => {
    const specialized = specializeNumbers.run(unit);
    if (specialized !== unit) copies++;
    return specialized;
  });
  expect(copies).toBeGreaterThan(RUNS / 20);
});

test('all together keep results', () => {
  const passes = [removeProvedChecks, specializeNumbers, narrowNumbers, removeProvedChecks];
  check((unit) => passes.reduce((current, pass) => pass.run(current), unit));
});
