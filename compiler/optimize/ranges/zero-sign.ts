// Which f64 variables' zeros need their sign: where -0 and +0 would make a difference that the program can show.
// Starts from "none" and goes from uses to operands. An integer holds +0 only, so that a variable may become one if
// it cannot be -0 or if its zero's sign does not matter.
//
// Sound together with the facts: making +0 of a -0 keeps every fact true (see interval.ts), so each rule here holds for
// the rewritten graph as for the original. A rule says for zeros of either sign in the operand, and the other
// operands anywhere in their facts: the result is the same but for the sign of a zero that does not matter itself.
import type { Op, Value, Variable } from '../../graph/graph.ts';
import type { OpName } from '../../graph/ops.ts';
import { exitArgs, linksOf } from '../../graph/walk.ts';
import { F64 } from '../../program/types.ts';
import type { Analysis } from './fixpoint.ts';
import { containsZero, type Fact } from './interval.ts';

/** Is the sign of a zero in one operand seen? By: does that of the result matter, the other operand's fact. */
type Rule = (resultMatters: boolean, other: Fact, operand: number) => boolean;

const never: Rule = () => false;
const asResult: Rule = (resultMatters) => resultMatters;

const RULES: { readonly [K in OpName]?: Rule } = {
  float_eq: never,
  float_ne: never,
  float_lt: never,
  float_le: never,
  float_gt: never,
  float_ge: never,
  float_to_int: never,
  float_to_int_exact: never,
  float_to_index: never,
  float_abs: never,
  // ±0 + x is x; only -0 + -0 differs from 0 + -0.
  float_add: (resultMatters, other) => resultMatters && other.negZero,
  // ±0 - x is -x but for x = +0 (-0 - 0 is -0, 0 - 0 is 0); x - ±0 is x but for x = -0.
  float_sub: (resultMatters, other, operand) =>
    resultMatters && (operand === 0 ? containsZero(other) : other.negZero),
  float_mul: asResult,
  float_neg: asResult,
  float_floor: asResult,
  float_ceil: asResult,
  float_trunc: asResult,
  float_round: asResult,
  float_sign: asResult,
  float_sqrt: asResult,
  float_min: asResult,
  float_max: asResult,
  // x / ±0 is an infinity of that sign.
  float_div: (resultMatters, _other, operand) => operand === 1 || resultMatters,
  // x % ±0 is NaN.
  float_rem: (resultMatters, _other, operand) => operand === 0 && resultMatters,
  select: asResult,
};

export class ZeroSigns {
  readonly #analysis: Analysis;
  readonly #matters = new Set<Variable>();

  constructor(analysis: Analysis) {
    this.#analysis = analysis;
    const { order } = analysis.structure;
    for (let size = -1; size < this.#matters.size;) {
      size = this.#matters.size;
      // Uses before definitions, as far as there are no loops.
      for (let index = order.length - 1; index >= 0; index--) {
        const block = order[index];
        if (!block) continue;
        for (const value of exitArgs(block.exit)) this.#need(value);
        for (const link of linksOf(block.exit)) {
          link.args.forEach((arg, position) => {
            const input = link.target.inputs[position];
            if (input && this.#matters.has(input)) this.#need(arg);
          });
        }
        for (const op of block.ops.toReversed()) {
          op.args.forEach((arg, operand) => {
            if (this.matterIn(op, operand)) this.#need(arg);
          });
        }
      }
    }
  }

  /** The program may show whether a zero in this variable is -0. */
  matter(variable: Variable): boolean {
    return this.#matters.has(variable);
  }

  /** An op shows the sign of a zero in one of its operands. */
  matterIn(op: Op, operand: number): boolean {
    const [result] = op.results;
    const rule = RULES[op.name];
    // f32 results are rounded once more, which keeps signs, but f32 variables are not looked at.
    if (!rule || (result?.type.kind === 'float' && result.type !== F64)) return true;
    const other = op.args[op.name === 'select' ? operand : 1 - operand];
    const { facts, scopes } = this.#analysis;
    const fact = other ? facts.at(other, scopes.before(op)) : NOTHING;
    return rule(result !== undefined && this.#matters.has(result), fact, operand);
  }

  #need(value: Value): void {
    if (value.kind === 'variable' && value.type === F64) this.#matters.add(value);
  }
}

const NOTHING: Fact = { lo: Infinity, hi: -Infinity, integral: true, nan: false, negZero: false };
