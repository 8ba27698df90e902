// Runs a checked tree as high and as low graphs in the interpreter; both must be well-formed and give the same results.
import { expect } from 'vitest';
import { flow } from '../../compiler/flow/flow.ts';
import { createInterpreter } from '../../compiler/graph/interpret.ts';
import type { Unit } from '../../compiler/graph/unit.ts';
import { assertValid } from '../../compiler/graph/verify.ts';
import { lower } from '../../compiler/lower/lower.ts';
import type { CheckedProgram } from '../../compiler/program/nodes.ts';

/** An export's name and arguments. */
export type Call = readonly [name: string, ...args: readonly unknown[]];

/** The result of one call, which may throw. */
export function execute(
  program: CheckedProgram,
  name: string,
  ...args: readonly unknown[]
): unknown;
/** The results of several calls on one instance; a thrown error is `Name: message`. */
export function execute(program: CheckedProgram, calls: readonly Call[]): readonly unknown[];
export function execute(
  program: CheckedProgram,
  what: string | readonly Call[],
  ...args: readonly unknown[]
): unknown {
  const { high, low } = unitsOf(program);
  const calls: readonly Call[] = typeof what === 'string' ? [[what, ...args]] : what;
  const [fromHigh, fromLow] = [outcomes(high, calls), outcomes(low, calls)];
  expect(fromLow).toEqual(fromHigh);
  if (typeof what !== 'string') return fromHigh.map((outcome) => outcome.text ?? outcome.value);
  const [only] = fromHigh;
  if (only?.error !== undefined) throw only.error;
  return only?.value;
}

interface Units {
  readonly high: Unit;
  readonly low: Unit;
}

const units = new WeakMap<CheckedProgram, Units>();

export function unitsOf(program: CheckedProgram): Units {
  const known = units.get(program);
  if (known) return known;
  const high = flow(program);
  assertValid(high, 'flow');
  const low = lower(high);
  assertValid(low, 'lower');
  const made = { high, low };
  units.set(program, made);
  return made;
}

interface Outcome {
  readonly value?: unknown;
  readonly error?: unknown;
  readonly text?: string;
}

/** Arguments that calls may write to are given to each level afresh. */
function outcomes(unit: Unit, calls: readonly Call[]): readonly Outcome[] {
  const interpreter = createInterpreter(unit);
  const fresh = structuredClone(calls);
  return fresh.map(([name, ...args]) => {
    try {
      return { value: interpreter.call(name, args) };
    } catch (error) {
      if (!(error instanceof Error) || error.name.startsWith('Inter')) throw error;
      return { error, text: `${error.name}: ${error.message}` };
    }
  });
}
