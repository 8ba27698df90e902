// Which f64 values that a graph starts with are likely to be integers: those that bound a counter, become an index, or
// are divided with remainder by another. They flow there through sums, products and block inputs.
import type { Block, Op, Value, Variable } from '../../graph/graph.ts';
import type { OpName } from '../../graph/ops.ts';
import { forEachUse } from '../../graph/walk.ts';
import { F64 } from '../../program/types.ts';
import type { Analysis } from './fixpoint.ts';
import { ARITHMETIC, ORDERINGS } from './forms.ts';
import { isSafe } from './interval.ts';
import { definingOp } from './structure.ts';

export interface CountingNumbers {
  readonly values: readonly Variable[];
  /** Products of integers on the way are exact if none is greater. A power of two. */
  readonly limit: number;
}

/** null: there are none. */
export function countingNumbers(analysis: Analysis): CountingNumbers | null {
  const { structure, facts, scopes } = analysis;
  const { start } = structure.graph;
  const place = scopes.exit(start);
  const known = [...start.inputs, ...start.ops.flatMap(({ results }) => results)];
  const flow = new Flow(analysis);
  const values = known.filter(
    (value) => value.type === F64 && !isSafe(facts.at(value, place)) && flow.counts(value),
  );
  return values.length > 0 ? { values, limit: flow.limit(values) } : null;
}

/** Ops whose result is an integer if their operands are. */
const CARRIERS: ReadonlySet<OpName> = new Set<OpName>([...ARITHMETIC, 'float_rem', 'select']);

class Flow {
  readonly #analysis: Analysis;
  readonly #users = new Map<Value, Op[]>();
  /** Block inputs that a value is passed to. */
  readonly #inputs = new Map<Value, Variable[]>();

  constructor(analysis: Analysis) {
    this.#analysis = analysis;
    forEachUse(analysis.structure.graph, (value, user) => {
      if (value.kind !== 'variable' || value.type !== F64) return;
      if ('target' in user) this.#enterLink(value, user.target.inputs, user.args);
      else if ('name' in user) push(this.#users, value, user);
    });
  }

  #enterLink(value: Variable, inputs: readonly Variable[], args: readonly Value[]): void {
    args.forEach((arg, index) => {
      const input = inputs[index];
      if (arg === value && input) push(this.#inputs, value, input);
    });
  }

  counts(value: Variable): boolean {
    return this.#reach(value).some(
      (reached) => this.#users.get(reached)?.some((op) => this.#isCounting(op, reached)) === true,
    );
  }

  /** `value` and what is computed from it alone or with others. */
  #reach(value: Variable): readonly Variable[] {
    const reached = new Set([value]);
    for (const from of reached) {
      for (const input of this.#inputs.get(from) ?? []) reached.add(input);
      for (const { name, results } of this.#users.get(from) ?? []) {
        if (CARRIERS.has(name)) for (const result of results) reached.add(result);
      }
    }
    return [...reached];
  }

  #isCounting(op: Op, value: Variable): boolean {
    if (op.name === 'float_to_index') return true;
    const isInLoop = this.#analysis.structure.loopDepth(this.#blockOf(op)) > 0;
    const other = op.args.find((arg) => arg !== value);
    if (op.name === 'float_rem') return isInLoop;
    // A counter is known to be an integer; it has changed since it was a constant.
    if (!ORDERINGS.has(op.name) || other?.kind !== 'variable' || !isInLoop) return false;
    const { facts, scopes } = this.#analysis;
    return facts.at(other, scopes.before(op)).integral;
  }

  #blockOf(op: Op): Block {
    const [result] = op.results;
    const { structure } = this.#analysis;
    return (result && structure.definitions.get(result)?.block) ?? structure.graph.start;
  }

  limit(values: readonly Variable[]): number {
    const { structure, facts, scopes } = this.#analysis;
    const reached = new Set<Value>(values.flatMap((value) => this.#reach(value)));
    // What counts up to one of the values is an integer already, but only as small as they are.
    const mayBeInteger = (op: Op): boolean =>
      op.args.every((arg) => reached.has(arg) || facts.at(arg, scopes.before(op)).integral);
    const products = structure.order
      .flatMap(({ ops }) => ops)
      .filter((op) => op.name === 'float_mul' && mayBeInteger(op));
    const factors = Math.max(1, ...products.map((op) => this.#factors(op)));
    return LIMITS[factors - 1] ?? SMALLEST_LIMIT;
  }

  /** How many numbers that are not constant a value is a product of; sums count as one. */
  #factors(op: Op): number {
    const { structure } = this.#analysis;
    return op.args
      .map((arg) => {
        if (arg.kind === 'constant') return 0;
        const factor = definingOp(structure, arg);
        return factor?.name === 'float_mul' ? this.#factors(factor) : 1;
      })
      .reduce<number>((sum, count) => sum + count, 0);
  }
}

/** By the number of factors: their product stays below 2^53, with room for sums. */
const LIMITS: readonly number[] = [2 ** 40, 2 ** 25];
const SMALLEST_LIMIT = 2 ** 16;

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
