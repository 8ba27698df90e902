// Values of a counted loop → the same computed before it, for a given count.
import { intConstant } from '../../graph/constants.ts';
import { variable } from '../../graph/builder.ts';
import type { Op, Value, Variable } from '../../graph/graph.ts';
import { InternalError } from '../../graph/internal-error.ts';
import { NO_ATTRIBUTES, type OpName } from '../../graph/ops.ts';
import { inferResultTypes } from '../../graph/result-types.ts';
import type { IntType, RtsType } from '../../program/types.ts';
import type { Affine } from './affine.ts';
import { isOne, type Counter } from './counted-loop.ts';
import type { Loop } from './natural-loop.ts';

/** Ops that will stand before the loop. */
export class OpList {
  readonly ops: Op[] = [];

  value(name: OpName, args: readonly Value[], type?: RtsType): Variable {
    const result = type ?? inferResultTypes(name, args)?.[0];
    if (!result) throw new InternalError(`the result type of ${name} must be given`);
    return this.append({ name, args, results: [], attributes: NO_ATTRIBUTES, span: null }, result);
  }

  /** The op with a new result. */
  append(op: Op, type: RtsType): Variable {
    const result = variable(type, '');
    this.ops.push({ ...op, results: [result] });
    return result;
  }

  cast(value: Value, type: IntType): Value {
    return value.type === type ? value : this.value('int_cast', [value], type);
  }
}

/** What the count starts with, the number after it, and an upper bound of all that it reaches. */
export type Point = 'first' | 'second' | 'last';

export class PointValues {
  readonly #affine: Affine;
  readonly #list: OpList;
  /** What stays the same in the loop, computed before it. */
  readonly #fixed: (value: Value) => Value;
  /** Of the header's inputs. */
  readonly #starts: readonly Value[];
  /** The greatest count, isize, and the tested counter then. */
  readonly #count: Value;
  readonly #last: Value;
  readonly #at = {
    first: new Map<Variable, Value>(),
    second: new Map<Variable, Value>(),
    last: new Map<Variable, Value>(),
  };

  constructor(
    affine: Affine,
    list: OpList,
    fixed: (value: Value) => Value,
    starts: readonly Value[],
    end: { readonly count: Value; readonly last: Value },
  ) {
    this.#affine = affine;
    this.#list = list;
    this.#fixed = fixed;
    this.#starts = starts;
    this.#count = end.count;
    this.#last = end.last;
  }

  at(value: Value, point: Point): Value {
    if (value.kind === 'constant') return value;
    const { invariants } = this.#affine.counted.loop;
    if (invariants.has(value)) return this.#fixed(value);
    const known = this.#at[point].get(value);
    if (known) return known;
    const made = this.#make(value, point);
    this.#at[point].set(value, made);
    return made;
  }

  #make(value: Variable, point: Point): Value {
    const { counters, loop } = this.#affine.counted;
    const counter = counters.get(value);
    if (counter) return this.#counterAt(counter, point);
    const op = loop.invariants.opOf(value);
    if (!op) throw new InternalError('a value that is not affine is computed before its loop');
    const args = op.args.map((arg) => this.at(arg, point));
    return this.#list.append({ ...op, args }, value.type);
  }

  #counterAt(counter: Counter, point: Point): Value {
    const start = startOf(counter, this.#starts);
    if (point === 'first') return start;
    const { countsIterations, counted } = this.#affine;
    const isUnit = !countsIterations || isOne(counter.step);
    if (point === 'last' && isUnit && counter === counted.counter) return this.#last;
    const step = isUnit ? intConstant(counter.type, 1) : this.#fixed(counter.step);
    let way: Value = step;
    if (point === 'last') {
      const count = this.#list.cast(this.#count, counter.type);
      way = isUnit ? count : this.#list.value('int_mul', [count, step]);
    }
    return this.#list.value(counter.isUp ? 'int_add' : 'int_sub', [start, way]);
  }
}

export function startOf(counter: Counter, starts: readonly Value[]): Value {
  const start = starts[counter.index];
  if (!start) throw new InternalError('a counter without a start');
  return start;
}

/** Values that stay the same in a loop, each computed once before it. */
export function fixedValues(loop: Loop, list: OpList): (value: Value) => Value {
  const known = new Map<Variable, Value>();
  const fixed = (value: Value): Value => {
    const op = loop.invariants.opOf(value);
    if (!op || value.kind === 'constant') return value;
    let made = known.get(value);
    if (!made)
      known.set(value, (made = list.append({ ...op, args: op.args.map(fixed) }, value.type)));
    return made;
  };
  return fixed;
}
