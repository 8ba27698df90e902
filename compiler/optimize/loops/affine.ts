// Values of a counted loop → by how much one step of the count changes them, in arithmetic modulo their type's width.
// The count runs over 0, 1, … up to the number of iterations; where the counter's step is a variable, over all that
// lies between the counter's first value and its last instead.
import type { Op, Value, Variable } from '../../graph/graph.ts';
import type { OpName } from '../../graph/ops.ts';
import type { IntType } from '../../program/types.ts';
import type { CountedLoop, Counter } from './counted-loop.ts';

/** Signed, of the least size; 'varies': the same in each iteration, but only known when the loop is entered. */
export type Slope = bigint | 'varies';

export class Affine {
  readonly counted: CountedLoop;
  /** Whether the count is that of iterations. */
  readonly countsIterations: boolean;
  readonly #slopes = new Map<Variable, Slope | null>();

  constructor(counted: CountedLoop) {
    this.counted = counted;
    this.countsIterations = counted.counter.step.kind === 'constant';
  }

  /** null: the value is not of the form slope * count + what stays the same. */
  slopeOf(value: Value): Slope | null {
    if (this.counted.loop.invariants.has(value)) return 0n;
    if (value.kind === 'constant') return 0n;
    let slope = this.#slopes.get(value);
    if (slope === undefined) this.#slopes.set(value, (slope = this.#computed(value)));
    return slope;
  }

  #computed(value: Variable): Slope | null {
    if (value.type.kind !== 'int') return null;
    const counter = this.counted.counters.get(value);
    if (counter) return this.#ofCounter(counter);
    const op = this.counted.loop.invariants.opOf(value);
    const slope = op ? (SLOPES[op.name]?.(op, this) ?? null) : null;
    return typeof slope === 'bigint' ? BigInt.asIntN(value.type.bits, slope) : slope;
  }

  #ofCounter(counter: Counter): Slope | null {
    const sign = counter.isUp ? 1n : -1n;
    if (!this.countsIterations) return counter === this.counted.counter ? sign : null;
    return counter.step.kind === 'constant'
      ? sign * BigInt(counter.step.value as number | bigint)
      : 'varies';
  }
}

type SlopeOf = (op: Op, affine: Affine) => Slope | null;

const sum =
  (sign: bigint): SlopeOf =>
  ({ args: [a, b] }, affine) => {
    const first = a ? affine.slopeOf(a) : null;
    const second = b ? affine.slopeOf(b) : null;
    if (first === null || second === null) return null;
    return first === 'varies' || second === 'varies' ? 'varies' : first + sign * second;
  };

const times = (slope: Slope, factor: Value): Slope => {
  if (slope === 0n) return 0n;
  if (slope === 'varies' || factor.kind !== 'constant') return 'varies';
  return slope * BigInt(factor.value as number | bigint);
};

const product: SlopeOf = ({ args: [a, b] }, affine) => {
  if (!a || !b) return null;
  const [first, second] = [affine.slopeOf(a), affine.slopeOf(b)];
  const { invariants } = affine.counted.loop;
  if (first !== null && invariants.has(b)) return times(first, b);
  return second !== null && invariants.has(a) ? times(second, a) : null;
};

const shifted: SlopeOf = ({ args: [a, count], results: [result] }, affine) => {
  const slope = a ? affine.slopeOf(a) : null;
  if (slope === null || !count || result?.type.kind !== 'int') return null;
  if (!affine.counted.loop.invariants.has(count)) return null;
  if (slope === 'varies' || count.kind !== 'constant') return 'varies';
  return slope << (BigInt(count.value as number | bigint) & BigInt(result.type.bits - 1));
};

const SLOPES: { readonly [K in OpName]?: SlopeOf } = {
  int_add: sum(1n),
  int_sub: sum(-1n),
  int_mul: product,
  int_shl: shifted,
  int_neg: ({ args: [a] }, affine) => {
    const slope = a ? affine.slopeOf(a) : null;
    return typeof slope === 'bigint' ? -slope : slope;
  },
  // To a wider type the slope is kept only where the narrow value does not wrap: the entry tests see to it.
  int_cast: ({ args: [a] }, affine) => (a?.type.kind === 'int' ? affine.slopeOf(a) : null),
};

/** The narrow operand of a cast to a wider type. */
export function widened(op: Op): { readonly source: Value; readonly type: IntType } | null {
  const [source] = op.args;
  const [result] = op.results;
  if (op.name !== 'int_cast' || source?.type.kind !== 'int' || result?.type.kind !== 'int') {
    return null;
  }
  return source.type.bits < result.type.bits ? { source, type: result.type } : null;
}
