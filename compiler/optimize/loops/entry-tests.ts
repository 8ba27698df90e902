// A counted loop and what its checks require → ops before the loop that tell whether all of it holds in each iteration.
//
// Let count run over 0 … T. An index is known modulo 2^w to be first + slope * count. If |slope| * T is below
// 2^(w-1), and first and the index at T lie in [0, limit) for a limit within the signed numbers of w bits, then so does
// each in between: first + slope * T, without wrapping, is less than 2^(w-1) away from first, and no other number that is
// equal to it modulo 2^w lies in [0, 2^(w-1)). So nothing has to be known of the numbers of which an index is made; they
// may even wrap. A number that is widened on the way keeps its slope if it does not wrap on the way from first to
// last: that holds if |slope| * T and the distance of the two, widened, are both below 2^(w-1), for the same reason.
import { FALSE, intConstant, isizeConstant, TRUE } from '../../graph/constants.ts';
import type { Op, Value, Variable } from '../../graph/graph.ts';
import type { OpName } from '../../graph/ops.ts';
import { maximum, minimum } from '../../graph/ops/values.ts';
import { INT_TYPES, type IntType } from '../../program/types.ts';
import { widened, type Affine, type Slope } from './affine.ts';
import { isOne, type Test } from './counted-loop.ts';
import { fixedValues, OpList, PointValues, startOf } from './point-values.ts';
import type { Requirement } from './range-checks.ts';

const { i32, isize, usize } = INT_TYPES;
const ZERO = isizeConstant(0);

/** A widened value as a counter of its own: equal in each iteration, and seen not to wrap. */
export interface WideCounter {
  readonly result: Variable;
  readonly start: Value;
  readonly step: Value;
}

export interface EntryTests {
  readonly ops: readonly Op[];
  readonly condition: Value;
  readonly wide: readonly WideCounter[];
}

/** Less than half of the numbers of a width. */
const half = (bits: number): bigint => (1n << BigInt(bits - 1)) - 1n;
/** What |slope| * T may be for an index of 64 bits, where slopes that vary have 32 bits. */
const FAR = 1n << 62n;
const VARYING = 1n << 30n;

export class EntryTester {
  readonly #affine: Affine;
  readonly #tests: readonly Test[];
  readonly #starts: readonly Value[];
  readonly #list = new OpList();
  readonly #conditions: Value[] = [];
  readonly #fixed: (value: Value) => Value;
  readonly #wide = new Map<Variable, WideCounter>();
  readonly #count: Value;
  readonly #values: PointValues;
  #mostSteps = FAR;

  /** `tests`: those that have been passed where the checks stand. */
  constructor(affine: Affine, tests: readonly Test[], starts: readonly Value[]) {
    this.#affine = affine;
    this.#tests = tests;
    this.#starts = starts;
    this.#fixed = fixedValues(affine.counted.loop, this.#list);
    const last = this.#lastCounter();
    this.#count = this.#greatestCount(last);
    this.#values = new PointValues(affine, this.#list, this.#fixed, starts, {
      count: this.#count,
      last,
    });
  }

  finish(): EntryTests {
    this.#holds('int_le', this.#list.cast(this.#count, usize), intConstant(usize, this.#mostSteps));
    const [first = TRUE, ...rest] = this.#conditions;
    const condition = rest.reduce(
      (all, next) => this.#list.value('select', [all, next, FALSE]),
      first,
    );
    return { ops: this.#list.ops, condition, wide: [...this.#wide.values()] };
  }

  require(requirement: Requirement): void {
    switch (requirement.kind) {
      case 'true':
        this.#conditions.push(this.#fixed(requirement.condition));
        return;
      case 'nonzero': {
        const value = this.#fixed(requirement.value);
        return this.#holds('int_ne', value, intConstant(value.type as IntType, 0));
      }
      case 'range':
        return this.#requireRange(requirement);
    }
  }

  // ---- the count ----

  /** The last value of the counter that passes the tests, or one beyond it; tests that there is one. */
  #lastCounter(): Value {
    const { counter } = this.#affine.counted;
    const { type, isUp } = counter;
    const start = startOf(counter, this.#starts);
    const step = this.#fixed(counter.step);
    if (step.kind === 'variable') this.#holds('int_gt', step, intConstant(type, 0));
    let last: Value | null = null;
    for (const test of this.#tests) {
      const own = this.#lastOf(test, start, step);
      if (!last) last = own;
      else {
        const isNearer = this.#list.value(isUp ? 'int_lt' : 'int_gt', [own, last]);
        last = this.#list.value('select', [isNearer, own, last]);
      }
    }
    return last ?? start;
  }

  #lastOf({ bound, isStrict }: Test, start: Value, step: Value): Value {
    const { type, isUp } = this.#affine.counted.counter;
    const list = this.#list;
    const limit = this.#fixed(bound);
    const wide = limit.type as IntType;
    const relation = isUp ? (isStrict ? 'int_lt' : 'int_le') : isStrict ? 'int_gt' : 'int_ge';
    this.#holds(relation, list.cast(start, wide), limit);
    const one = intConstant(wide, 1);
    const last = isStrict ? list.value(isUp ? 'int_sub' : 'int_add', [limit, one]) : limit;
    if (wide !== type || !isStrict || !isOne(step)) {
      // One step more must stay in the counter's type; then the counter never wraps.
      const end = intConstant(type, isUp ? maximum(type) : minimum(type));
      const most = list.value(isUp ? 'int_sub' : 'int_add', [end, step]);
      this.#holds(isUp ? 'int_le' : 'int_ge', last, list.cast(most, wide));
    }
    return list.cast(last, type);
  }

  /** As an isize that is not negative, if the loop runs at all; distances of 2^63 and more become negative. */
  #greatestCount(last: Value): Value {
    const { counter } = this.#affine.counted;
    const list = this.#list;
    const { type, step, isUp } = counter;
    const start = startOf(counter, this.#starts);
    const [high, low] = isUp ? [last, start] : [start, last];
    const distance = list.value('int_sub', [high, low]);
    const isUnit = step.kind !== 'constant' || isOne(step);
    if (isUnit && type.bits === 64) return list.cast(distance, isize);
    const way = list.cast(list.cast(distance, unsigned(type)), usize);
    if (isUnit) return list.cast(way, isize);
    const by = intConstant(usize, BigInt(step.value as number | bigint));
    return list.cast(list.value('int_div_nonzero', [way, by]), isize);
  }

  // ---- ranges ----

  #requireRange({ index, limit, isStrict }: Extract<Requirement, { kind: 'range' }>): void {
    const slope = this.#affine.slopeOf(index);
    if (slope === null) return;
    const list = this.#list;
    const most = this.#fixed(limit);
    const below: OpName = isStrict ? 'int_lt' : 'int_le';
    const first = this.#values.at(index, 'first');
    if (this.#affine.counted.loop.invariants.has(index)) {
      this.#holds('int_ge', first, ZERO);
      return this.#holds(below, first, most);
    }
    this.#requireLinear(index, slope);
    const last = this.#values.at(index, 'last');
    this.#holds('int_ge', list.value('int_or', [first, last]), ZERO);
    if (slope === 'varies' || slope >= 0n) this.#holds(below, last, most);
    if (slope === 'varies' || slope <= 0n) this.#holds(below, first, most);
  }

  /** The index does not go round its type, nor does what is widened on the way to it. */
  #requireLinear(index: Value, slope: Slope): void {
    const op = this.#affine.counted.loop.invariants.opOf(index);
    const wide = op && widened(op);
    this.#widen(index, true);
    if (wide && wide.source.type.kind === 'int' && wide.source.type.bits < 64) return;
    if (slope !== 'varies') return this.#limitSteps(slope, FAR);
    const step = this.#varyingSlope(index);
    this.#holds('int_eq', list32(this.#list, step), step);
    this.#limitSteps(1n, VARYING);
  }

  /** Looks for widening casts; `isIndex`: of an index, which is required not to be negative. */
  #widen(value: Value, isIndex: boolean): void {
    const { invariants } = this.#affine.counted.loop;
    const op = invariants.has(value) ? null : invariants.opOf(value);
    const [result] = op?.results ?? [];
    if (!op || !result || this.#wide.has(result)) return;
    for (const arg of op.args) this.#widen(arg, false);
    const wide = widened(op);
    if (wide) this.#wide.set(result, this.#wideCounter(result, wide.source, wide.type, isIndex));
  }

  #wideCounter(result: Variable, source: Value, type: IntType, isIndex: boolean): WideCounter {
    const list = this.#list;
    const slope = this.#affine.slopeOf(source) ?? 0n;
    const start = list.cast(this.#values.at(source, 'first'), type);
    let step: Value | null = null;
    if (slope === 'varies') {
      step = this.#varyingSlope(source);
    }
    if (source !== this.#affine.counted.counter.variable) {
      this.#requireNoWrap(source, slope, step, isIndex);
    }
    return { result, start, step: this.#stepPerIteration(slope, step, type) };
  }

  #requireNoWrap(source: Value, slope: Slope, step: Value | null, isIndex: boolean): void {
    const list = this.#list;
    const { bits, signed } = source.type as IntType;
    const most = half(bits);
    if (slope === 'varies' && step) {
      this.#limitSteps(1n, VARYING);
      const size = list.value('select', [
        list.value('int_lt', [step, ZERO]),
        list.value('int_neg', [step]),
        step,
      ]);
      this.#holds('int_le', list.value('int_mul', [size, this.#count]), isizeConstant(most));
    } else if (slope !== 'varies') this.#limitSteps(slope, most);
    // Of a signed index that is negative nowhere the distance is small enough.
    if (isIndex && signed) return;
    const [first, last] = (['first', 'last'] as const).map((point) =>
      list.cast(this.#values.at(source, point), isize),
    ) as [Value, Value];
    const distance = list.value('int_sub', [last, first]);
    const moved = list.cast(list.value('int_add', [distance, isizeConstant(most)]), usize);
    this.#holds('int_le', moved, intConstant(usize, 2n * most));
  }

  #limitSteps(slope: bigint, far: bigint): void {
    const size = slope < 0n ? -slope : slope;
    if (size === 0n) return;
    const most = far / size;
    if (most < this.#mostSteps) this.#mostSteps = most;
  }

  /** Signed, as an isize. */
  #varyingSlope(value: Value): Value {
    const list = this.#list;
    const [first, second] = [this.#values.at(value, 'first'), this.#values.at(value, 'second')];
    const step = list.value('int_sub', [second, first]);
    return list.cast(list.cast(step, signedOf(value.type as IntType)), isize);
  }

  #stepPerIteration(slope: Slope, varying: Value | null, type: IntType): Value {
    const list = this.#list;
    const step = varying ? list.cast(varying, type) : intConstant(type, slope as bigint);
    if (this.#affine.countsIterations) return step;
    const unit = list.cast(this.#fixed(this.#affine.counted.counter.step), type);
    return list.value('int_mul', [step, unit]);
  }

  // ---- conditions ----

  #holds(name: OpName, a: Value, b: Value): void {
    this.#conditions.push(this.#list.value(name, [a, b]));
  }
}

const list32 = (list: OpList, value: Value): Value => list.cast(list.cast(value, i32), isize);

const sameWidth = (type: IntType, signed: boolean): IntType => {
  if (type.signed === signed) return type;
  const found = Object.values(INT_TYPES).find(
    (item) => item.bits === type.bits && item.signed === signed,
  );
  return found ?? type;
};
const unsigned = (type: IntType): IntType => sameWidth(type, false);
const signedOf = (type: IntType): IntType => sameWidth(type, true);
