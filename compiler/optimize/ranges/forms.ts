// Which f64 ops can be done on integers instead, with the same result: their operands must be safe integers where the
// op stands, and -0 among them must not be seen. Shared by the choice (`choose.ts`) and the rewriting (`rewrite.ts`).
import type { Op, Value, Variable } from '../../graph/graph.ts';
import type { OpName } from '../../graph/ops.ts';
import { F64 } from '../../program/types.ts';
import type { Place } from './branches.ts';
import type { Analysis } from './fixpoint.ts';
import { containsZero, isSafe, type Fact } from './interval.ts';
import { definingOp } from './structure.ts';
import { ZeroSigns } from './zero-sign.ts';

/** The operands that the integer op takes as integers. */
export interface IntegerForm {
  readonly operands: readonly Value[];
  /** For the rounded quotient of two integers: the f64 division that it does not need. */
  readonly division: Op | null;
}

export class Knowledge {
  readonly analysis: Analysis;
  readonly signs: ZeroSigns;
  readonly #forms = new Map<Op, IntegerForm | null>();

  constructor(analysis: Analysis) {
    this.analysis = analysis;
    this.signs = new ZeroSigns(analysis);
  }

  /** How an op's result is computed from integers; null if it cannot be. */
  formOf(op: Op): IntegerForm | null {
    let form = this.#forms.get(op);
    if (form === undefined) this.#forms.set(op, (form = integerForm(op, this)));
    return form;
  }
}

/** Integers of integers. */
export const ARITHMETIC: ReadonlySet<OpName> = new Set([
  'float_add',
  'float_sub',
  'float_mul',
  'float_neg',
  'float_abs',
  'float_min',
  'float_max',
]);
/** The identity on integers. */
export const ROUNDING: ReadonlySet<OpName> = new Set([
  'float_floor',
  'float_ceil',
  'float_trunc',
  'float_round',
]);
/** On integers the rounded quotient is the integer quotient; see `quotientForm`. */
const QUOTIENTS: ReadonlySet<OpName> = new Set([
  'float_floor',
  'float_ceil',
  'float_trunc',
  'float_to_int',
]);
export const ORDERINGS: ReadonlySet<OpName> = new Set([
  'float_lt',
  'float_le',
  'float_gt',
  'float_ge',
]);
export const COMPARISONS: ReadonlySet<OpName> = new Set([...ORDERINGS, 'float_eq', 'float_ne']);

/** `int_to_float` takes no operands as integers: its operand is one. */
function integerForm(op: Op, knowledge: Knowledge): IntegerForm | null {
  const quotient = quotientForm(op, knowledge);
  if (quotient || op.name === 'float_to_int') return quotient;
  if (op.name === 'int_to_float') return { operands: [], division: null };
  const first = op.name === 'select' ? 1 : 0;
  const operands = op.args.slice(first);
  const fits = (): boolean =>
    operands.every((arg, index) => isIntegerIn(arg, op, index + first, knowledge));
  if (ARITHMETIC.has(op.name) || ROUNDING.has(op.name) || op.name === 'select') {
    return fits() ? { operands, division: null } : null;
  }
  if (op.name !== 'float_rem') return null;
  const divisor = op.args[1];
  const place = knowledge.analysis.scopes.before(op);
  const isNonzero = divisor && !containsZero(knowledge.analysis.facts.at(divisor, place));
  return isNonzero && fits() ? { operands, division: null } : null;
}

/**
 * floor, ceil, trunc and ToInt32 of a / b for safe integers a and b, b not 0. The f64 quotient is a / b rounded to nearest;
 * rounding does not carry it to or over an integer that a / b is not:
 * Let a, b > 0, a = q * b + r, 0 < r < b, so that q < a / b < q + 1 and both distances are at least 1 / b. Integers up to
 * 2^53 are f64s, so rounding gives at least q and at most q + 1, and it gives q or q + 1 only if a / b is at most half
 * a gap away. With 2^e <= q < 2^(e+1) the gaps from q to q + 1 are 2^(e-52), so 1 / b <= 2^(e-53), b >= 2^(53-e) and
 * a > q * b >= 2^53, which is not safe. With q = 0: to round to 1 takes 1 / b <= 2^-54, b >= 2^54; to round to 0
 * takes a / b below 2^-1074. Where r = 0 the quotient is exact. Other signs follow, as rounding is symmetric.
 */
function quotientForm(op: Op, knowledge: Knowledge): IntegerForm | null {
  const [arg] = op.args;
  if (!QUOTIENTS.has(op.name) || !arg) return null;
  const { analysis } = knowledge;
  const division = definingOp(analysis.structure, arg);
  if (division?.name !== 'float_div' || arg.type !== F64) return null;
  const [a, b] = division.args;
  const place = analysis.scopes.before(division);
  if (!a || !b || !isIntegerAt(a, place, knowledge) || !isIntegerAt(b, place, knowledge)) {
    return null;
  }
  // The sign of a zero: a candidate's is not seen, or cannot be that of -0.
  return containsZero(analysis.facts.at(b, place)) ? null : { operands: [a, b], division };
}

const isIntegerAt = (value: Value, place: Place, { analysis }: Knowledge): boolean =>
  isSafe(analysis.facts.at(value, place));

/** The operand can be handed over as an integer: what it loses, the sign of a zero, the op does not see. */
function isIntegerIn(value: Value, op: Op, operand: number, knowledge: Knowledge): boolean {
  const { analysis, signs } = knowledge;
  if (value.type !== F64) return false;
  const fact = analysis.facts.at(value, analysis.scopes.before(op));
  return isSafe(fact) && (!fact.negZero || !signs.matterIn(op, operand));
}

/** Variables that may be held as integers everywhere. */
export function isCandidate(variable: Variable, { analysis, signs }: Knowledge): boolean {
  if (variable.type !== F64) return false;
  const fact: Fact = analysis.facts.ofVariable(variable);
  return isSafe(fact) && (!fact.negZero || !signs.matter(variable));
}
