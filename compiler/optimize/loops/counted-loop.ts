// A loop → its counters, and the tests that bound one of them: `counter < bound` and its like, passed in each
// iteration that is followed by another one.
import { constant } from '../../graph/constants.ts';
import type { Block, Constant, Link, Value, Variable } from '../../graph/graph.ts';
import { linksOf } from '../../graph/walk.ts';
import type { IntType } from '../../program/types.ts';
import { whenCondition, type Constraint } from '../ranges/branches.ts';
import type { Structure } from '../ranges/structure.ts';
import type { Loop } from './natural-loop.ts';

/** An input of the header that each iteration changes by the same number. */
export interface Counter {
  readonly variable: Variable;
  /** Position among the header's inputs. */
  readonly index: number;
  readonly type: IntType;
  /** From one iteration to the next it grows, or shrinks, by this. */
  readonly step: Value;
  readonly isUp: boolean;
  /** What the next iteration starts with. */
  readonly next: ReadonlySet<Value>;
}

/** The counter is below (`isUp`) or above the bound, or equal to it unless `isStrict`. */
export interface Test {
  readonly bound: Value;
  readonly isStrict: boolean;
  /** It holds behind this link; null: in every iteration, if it does at the start. */
  readonly link: Link | null;
}

export interface CountedLoop {
  readonly loop: Loop;
  /** The one that is tested. */
  readonly counter: Counter;
  readonly counters: ReadonlyMap<Variable, Counter>;
  readonly tests: readonly Test[];
}

/** null if no test is found that bounds the number of iterations. */
export function countLoop(loop: Loop, structure: Structure): CountedLoop | null {
  const counters = new Map<Variable, Counter>();
  loop.header.inputs.forEach((variable, index) => {
    const counter = counterOf(variable, index, loop);
    if (counter) counters.set(variable, counter);
  });
  if (counters.size === 0) return null;
  const conditions = conditionsOf(loop, structure);
  for (const counter of counters.values()) {
    const tests = conditions.flatMap(({ link, constraints }) =>
      constraints.flatMap((item) => testOf(item, link, counter, loop) ?? []),
    );
    if (tests.length > 0) return { loop, counter, counters, tests };
  }
  return null;
}

// ---- counters ----

function counterOf(variable: Variable, index: number, loop: Loop): Counter | null {
  const { type } = variable;
  if (type.kind !== 'int') return null;
  const next = loop.backEdges.map(({ link }) => link.args[index]);
  let found: Counter | null = null;
  for (const value of next) {
    const step = value && stepOf(value, variable, type, loop);
    if (!step || (found && !sameStep(step, found))) return null;
    found = { ...step, variable, index, type, next: new Set(next.flatMap((item) => item ?? [])) };
  }
  return found;
}

type Step = Pick<Counter, 'step' | 'isUp'>;

const sameStep = (a: Step, b: Step): boolean =>
  a.isUp === b.isUp &&
  (a.step === b.step ||
    (a.step.kind === 'constant' && b.step.kind === 'constant' && a.step.value === b.step.value));

function stepOf(next: Value, variable: Variable, type: IntType, loop: Loop): Step | null {
  const op = loop.invariants.opOf(next);
  if (op?.name !== 'int_add' && op?.name !== 'int_sub') return null;
  const [a, b] = op.args;
  const isSum = op.name === 'int_add';
  const step = a === variable ? b : isSum && b === variable ? a : undefined;
  if (!step || !loop.invariants.has(step)) return null;
  return step.kind === 'constant' ? constantStep(step, type, isSum) : { step, isUp: isSum };
}

/** -1 of an unsigned type is its greatest value. */
function constantStep({ value }: Constant, type: IntType, isSum: boolean): Step | null {
  const signed = BigInt.asIntN(type.bits, BigInt(value as number | bigint));
  const size = signed < 0n ? -signed : signed;
  if (size === 0n || size >= 1n << BigInt(type.bits - 1)) return null;
  return { step: constant(type, size), isUp: signed > 0n === isSum };
}

// ---- tests ----

interface Condition {
  readonly link: Link;
  readonly constraints: readonly Constraint[];
}

/** What branches of the loop say that each iteration passes before the next one. */
function conditionsOf(loop: Loop, structure: Structure): readonly Condition[] {
  const [only, ...others] = loop.backEdges;
  const found: Condition[] = [];
  for (const block of loop.body) {
    const { exit } = block;
    if (exit.kind !== 'branch') continue;
    for (const link of linksOf(exit)) {
      if (!loop.body.has(link.target)) continue;
      const isLatch = only?.link === link && others.length === 0;
      if (!isLatch && !isPassed(link, loop, structure)) continue;
      const isTrue = link === exit.whenTrue;
      found.push({ link, constraints: whenCondition(exit.condition, isTrue, structure) });
    }
  }
  return found;
}

const isPassed = (link: Link, { header, backEdges }: Loop, structure: Structure): boolean =>
  link.target !== header &&
  backEdges.every(({ from }) => structure.dominators.linkDominates(link, from));

function testOf(constraint: Constraint, link: Link, counter: Counter, loop: Loop): Test | null {
  if (constraint.relation === 'safe' || constraint.relation === 'eq' || constraint.unsigned) {
    return null;
  }
  const { relation, a, b } = constraint;
  const left = placeOf(a, counter, loop);
  const right = placeOf(b, counter, loop);
  const place = left ?? right;
  const bound = left ? b : a;
  if (!place || (left && right) || !loop.invariants.has(bound)) return null;
  // The old value, tested on the way back, says nothing of the iteration that is to come.
  if (place === 'now' && link.target === loop.header) return null;
  const test = { bound, link: place === 'now' ? link : null };
  // By steps of one nothing is jumped over.
  if (relation === 'ne') return isOne(counter.step) ? { ...test, isStrict: true } : null;
  return (left !== null) === counter.isUp ? { ...test, isStrict: relation === 'lt' } : null;
}

export const isOne = (value: Value): boolean =>
  value.kind === 'constant' && Number(value.value) === 1;

/** Whether a value is the counter of this iteration, or of the next one, perhaps in a wider type. */
function placeOf(value: Value, counter: Counter, loop: Loop): 'now' | 'next' | null {
  if (value === counter.variable) return 'now';
  if (counter.next.has(value)) return 'next';
  const op = loop.invariants.opOf(value);
  const [source] = op?.name === 'int_cast' ? op.args : [];
  if (!source || !isWidening(source, value)) return null;
  return placeOf(source, counter, loop);
}

/** The type of `to` holds all values of the type of `from`. */
function isWidening({ type: from }: Value, { type: to }: Value): boolean {
  if (from.kind !== 'int' || to.kind !== 'int' || from.bits >= to.bits) return false;
  return to.signed || !from.signed;
}

/** Whether the test has been passed where the block runs. */
export const holdsIn = (test: Test, block: Block, structure: Structure): boolean =>
  test.link === null || structure.dominators.linkDominates(test.link, block);
